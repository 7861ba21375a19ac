import { expect, it } from 'vitest'
import { cleanBody, textOfBody } from './body.ts'
import { builtContent } from './builders.ts'
import type { ArticleContent } from './contract.ts'
import { preCheck } from './pre-check.ts'

const section = { name: '通知公告', description: '通知', keywords: '通知', columnType: '通知公告' }
const terms = [
  { term: '帐户', suggestion: '账户', severity: 'warning' as const, reason: '规范用字为“账户”。' },
]

function codes(changes: Partial<ArticleContent>, extractedText = '') {
  const built = builtContent(1, changes)
  const bodyHtml = cleanBody(built.bodyHtml)
  const file = { fileId: 1, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: 'x', alt: '' }
  const attachments = extractedText ? [{ ...file, role: 'attachment' as const, extractedText }] : []
  return preCheck(
    { ...built, bodyHtml, bodyText: textOfBody(bodyHtml), attachments },
    { section, terms },
  ).map((f) => f.code)
}

it.each<[string, Partial<ArticleContent>, string[]]>([
  ['a complete own text', {}, []],
  ['own text without a source', { sourceName: '' }, ['content_source_missing']],
  [
    'a repost without source',
    { origin: 'repost', sourceName: '' },
    ['source_name_missing', 'source_url_missing', 'original_date_missing'],
  ],
  [
    'a normative document without its catalogue fields',
    { documentKind: 'normative_document' },
    ['document_number_missing', 'issuing_body_missing', 'document_date_missing', 'effectiveness_missing'],
  ],
  ['nothing to read', { bodyHtml: '<script>alert(1)</script>' }, ['body_missing']],
  ['a link without address', { media: 'link' }, ['link_missing']],
  ['a secrecy mark', { bodyHtml: '<p>机密★10年</p><p>内容</p>' }, ['secrecy_mark']],
  ['秘密 as an ordinary word', { bodyHtml: '<p>依法保护商业秘密。</p>' }, []],
  ['a mistyped word', { bodyHtml: '<p>请开立帐户。</p>' }, ['term:帐户']],
  ['a picture without text', { bodyHtml: '<p>x<img src="/files/1"></p>' }, ['picture_without_text']],
  ['an internal address', { bodyHtml: '<p><a href="http://10.1.2.3/a">x</a></p>' }, ['link_dangerous']],
  [
    'an outside link',
    { bodyHtml: '<p><a href="https://example.com/a">x</a></p>' },
    ['link_outside:example.com'],
  ],
  ['a government link', { bodyHtml: '<p><a href="https://www.gov.cn/a">x</a></p>' }, []],
])('sees %s', (_case, changes, expected) => {
  expect(codes(changes)).toEqual(expected)
})

it("reads the attachments' text too", () => {
  expect(codes({}, '绝密★启用前')).toEqual(['secrecy_mark'])
})

it('keeps what a reader needs and drops what could harm', () => {
  const dirty =
    '<p onclick="x()">甲<b>乙</b></p><img src="https://evil.example/a.png"><iframe src="x"></iframe>'
  expect(cleanBody(dirty)).toBe('<p>甲<strong>乙</strong></p>')
  expect(textOfBody('<p>甲 &lt; 乙</p><p>丙</p>')).toBe('甲 < 乙\n丙')
})
