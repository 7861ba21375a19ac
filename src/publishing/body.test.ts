import { expect, it } from 'vitest'
import { cleanBody, filesInBody } from './body.ts'

it.each([
  ['a script', '<p>甲</p><script>alert(1)</script>', '<p>甲</p>'],
  ['an event handler', '<p onclick="x()" onmouseover=x()>甲</p>', '<p>甲</p>'],
  ['a javascript address', '<p><a href="javascript:alert(1)">甲</a></p>', '<p><a>甲</a></p>'],
  ['one hidden in entities and tabs', '<a href="&#106;ava\tscript:alert(1)">甲</a>', '<a>甲</a>'],
  ['a data address', '<a href="data:text/html,<script>1</script>">甲</a>', '<a>甲</a>'],
  ['an address without scheme', '<a href="//evil.example/">甲</a>', '<a>甲</a>'],
  [
    'SVG and all in it',
    '<p>甲</p><svg onload=x()><a href="javascript:1"><text>乙</text></a></svg>',
    '<p>甲</p>',
  ],
  ['MathML', '<math><mtext><img src=x onerror=x()></mtext></math><p>甲</p>', '<p>甲</p>'],
  ['a style that hides', '<p style="display:none;position:fixed;inset:0">甲</p>', '<p>甲</p>'],
  ['a style sheet', '<style>*{display:none}</style><p>甲</p>', '<p>甲</p>'],
  ['a foreign class', '<p class="skip text-center admin">甲</p>', '<p class="text-center">甲</p>'],
  ['an id, a form and its fields', '<form id="f" action="/x"><input name="a"><p>甲</p></form>', '<p>甲</p>'],
  ['a frame', '<iframe src="https://evil.example">乙</iframe><p>甲</p>', '<p>甲</p>'],
  ['a picture in the text as base64', '<p>甲<img src="data:image/png;base64,AAAA" alt="x"></p>', '<p>甲</p>'],
  ['a picture from elsewhere', '<p>甲<img src="https://evil.example/a.png"></p>', '<p>甲</p>'],
  ['a picture past our store', '<img src="/files/../api/staff/me"><p>甲</p>', '<p>甲</p>'],
  ['a video from elsewhere', '<video src="https://evil.example/a.mp4"></video><p>甲</p>', '<p>甲</p>'],
  [
    'a foreign poster',
    '<video src="/files/1" poster="//evil.example/a"></video>',
    '<video src="/files/1" controls></video>',
  ],
  ['comments, conditional ones too', '<!--[if gte mso 9]><xml>x</xml><![endif]--><p>甲</p>', '<p>甲</p>'],
])('drops %s', (_case, dirty, clean) => expect(cleanBody(dirty)).toBe(clean))

it('keeps tables with merged cells, pictures with their words, videos with theirs', () => {
  const kept =
    '<table><caption>表</caption><tbody><tr><th colspan="2" scope="col">甲</th></tr><tr><td rowspan="2">乙</td></tr></tbody></table>' +
    '<p class="text-right"><img src="/files/3" alt="流程图" /></p>' +
    '<figure><video src="/files/4" controls poster="/files/5"></video><figcaption>文字说明</figcaption></figure>'
  expect(cleanBody(kept)).toBe(kept)
  expect(filesInBody(`${kept}<a href="/files/6">丙</a><a href="/files/6x">丁</a>`)).toEqual([3, 4, 5, 6])
})

it('survives nesting beyond reason', () => {
  expect(cleanBody('<blockquote>'.repeat(5000)).length).toBeLessThan(5000)
})
