import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { cleanBody, textOfBody } from './body.ts'
import { builtContent } from './builders.ts'
import { checkTerms } from './checks/terms.ts'
import type { ArticleContent } from './contract.ts'
import { preCheck } from './pre-check.ts'

const section = {
  name: '通知公告',
  description: '通知',
  keywords: '通知',
  columnType: '通知公告',
  open: true,
}
const terms = [
  { term: '帐户', suggestion: '账户', severity: 'warning' as const, reason: '规范用字为“账户”。' },
]

const answers = new Map(
  Object.entries({
    'https://www.gov.cn/gone': 'dead',
    'https://www.gov.cn/busy': 'refusing',
    'https://www.gov.cn/far': 'unknown',
    'https://www.gov.cn/a': 'alive',
    'https://inside.gov.cn/': 'internal',
    'https://example.com/a': 'alive',
  } as const).map(([address, outcome]) => [address, { outcome, status: outcome === 'dead' ? 404 : null }]),
)
const linksNow = {
  answers,
  missingPages: new Set(['/articles/7', 'https://www.jiangzhou.gov.cn/articles/7']),
  trustedHosts: ['10.9.9.9'],
  publicUrl: 'https://www.jiangzhou.gov.cn',
}
const repost: Partial<ArticleContent> = {
  origin: 'repost',
  originallyPublishedOn: day('2018-01-02'),
}
const linked = (href: string) => ({ bodyHtml: `<p><a href="${href}">x</a></p>` })

function codes(changes: Partial<ArticleContent>, extractedText = '') {
  const built = builtContent(1, changes)
  const bodyHtml = cleanBody(built.bodyHtml)
  const file = { fileId: 1, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, sha256: 'x', alt: '' }
  const attachments = extractedText
    ? [{ ...file, role: 'attachment' as const, extractedText, readWhole: true }]
    : []
  return preCheck(
    { ...built, bodyHtml, bodyText: textOfBody(bodyHtml), attachments },
    { section, terms, subjectCategories: new Set(['财政、金融、审计']), links: linksNow },
  ).map((f) => f.code)
}

type Case = [string, Partial<ArticleContent>, string[]]

it.each<Case>([
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
    [
      'document_number_missing',
      'issuing_body_missing',
      'document_date_missing',
      'effectiveness_missing',
      'open_stage_missing',
      'subject_category_missing',
    ],
  ],
  ['nothing to read', { bodyHtml: '<script>alert(1)</script>' }, ['body_missing']],
  ['a link without address', { media: 'link' }, ['link_missing']],
  ['a secrecy mark', { bodyHtml: '<p>机密★10年</p><p>内容</p>' }, ['secrecy_mark']],
  ...[
    '机　密',
    '机 密',
    '密级：机密',
    '密 级：机密',
    '密　级　机密',
    '（秘密）',
    '【秘密】',
    '机密 特急',
    '機密★10年',
    '机 密★10年',
    '机密☆',
  ].map(
    (mark): Case => [
      `a secrecy mark as ${mark}`,
      { bodyHtml: `<p>${mark}</p><p>内容</p>` },
      ['secrecy_mark'],
    ],
  ),
  ...['<td>密级</td><td>机密</td>', '<td>文号</td><td>机密</td><td>份数</td>'].map(
    (cells): Case => [
      `a secrecy mark in ${cells}`,
      { bodyHtml: `<p>文件登记表</p><table><tr>${cells}</tr></table>` },
      ['secrecy_mark'],
    ],
  ),
  ['levels that are explained', { bodyHtml: '<p>密级：绝密、机密、秘密三级。</p>' }, []],
  [
    'levels that are explained in a cell',
    { bodyHtml: '<table><tr><td>密级</td><td>绝密、机密、秘密三级</td></tr></table>' },
    [],
  ],
  [
    'numbers in two cells',
    { bodyHtml: '<table><tr><td>1</td><td>11010519491231002X</td><td>13800138000</td></tr></table>' },
    ['identity_number', 'mobile_phone'],
  ],
  ['秘密 as an ordinary word', { bodyHtml: '<p>依法保护商业秘密。</p>' }, []],
  ['a mistyped word', { bodyHtml: '<p>请开立帐户。</p>' }, ['term:帐户']],
  ['a picture without text', { bodyHtml: '<p>x<img src="/files/1"></p>' }, ['picture_without_text']],
  ['an internal address', { bodyHtml: '<p><a href="http://10.1.2.3/a">x</a></p>' }, ['link_dangerous']],
  [
    'an outside link',
    { bodyHtml: '<p><a href="https://example.com/a">x</a></p>' },
    ['link_outside:example.com'],
  ],
  ['a bare machine name', linked('http://fileserver/a'), ['link_dangerous']],
  ['an address in hexadecimal', linked('http://0x7f000001/a'), ['link_dangerous']],
  ['the loopback of IPv6', linked('http://[::1]/a'), ['link_dangerous']],
  ['an IPv4 address in IPv6 clothes', linked('http://[::ffff:10.0.0.1]/'), ['link_dangerous']],
  ['an account in an address', linked('https://user:word@www.gov.cn/a'), ['link_dangerous']],
  ['a name that DNS leads inside', linked('https://inside.gov.cn/'), ['link_dangerous']],
  [
    'an inside host that the agency trusts',
    linked('http://10.9.9.9/'),
    ['link_outside:10.9.9.9', 'link_unasked'],
  ],
  ['a link that is dead', linked('https://www.gov.cn/gone'), ['link_dead:https://www.gov.cn/gone']],
  ['a link whose host refuses', linked('https://www.gov.cn/busy'), ['link_refusing']],
  ['a link that this network cannot reach', linked('https://www.gov.cn/far'), ['link_unknown']],
  ['a link not asked yet', linked('https://www.gov.cn/new'), ['link_unasked']],
  ['a broken link', linked('https://'), ['link_broken']],
  ['a page of our own that is not public', linked('/articles/7'), ['link_not_public']],
  ['a page of our own', linked('/articles/8'), []],
  [
    'a page of our own with its whole address',
    linked('https://www.jiangzhou.gov.cn/articles/7'),
    ['link_not_public'],
  ],
  [
    'the repost of a dead page',
    { ...repost, sourceUrl: 'https://www.gov.cn/gone' },
    ['link_dead:https://www.gov.cn/gone'],
  ],
  ['the repost of a page', { ...repost, sourceUrl: 'https://www.gov.cn/a' }, []],
  ['a picture item without a picture', { media: 'picture' }, ['picture_missing']],
  [
    'a picture item with a picture',
    { media: 'picture', bodyHtml: '<p><img src="/files/1" alt="会议现场"></p>' },
    [],
  ],
  ['a video item without a video', { media: 'video' }, ['video_missing']],
  ['a mistyped word among the keywords', { keywords: '帐户' }, ['term:帐户']],
  [
    'a mistyped word in the words of a picture',
    { bodyHtml: '<p><img src="/files/1" alt="帐户"></p>' },
    ['term:帐户'],
  ],
  ['an e-mail address', linked('mailto:a@b.gov.cn'), []],
  ['a reason left out', { openness: 'on_request' }, ['openness_reason_missing']],
  ['a reason given', { openness: 'on_request', opennessReason: '过程性信息' }, []],
  [
    'a policy without its catalogue fields',
    { documentKind: 'policy_document', effectiveness: 'repealed', subjectCategory: '其它' },
    ['open_stage_missing', 'subject_category_unknown', 'successor_missing'],
  ],
  [
    'a video without words',
    { bodyHtml: '<figure><video src="/files/1"></video></figure>' },
    ['video_without_text'],
  ],
  [
    'a video with words',
    { bodyHtml: '<figure><video src="/files/1"></video><figcaption>要点</figcaption></figure>' },
    [],
  ],
  [
    'a picture whose words are blanks',
    { bodyHtml: '<p><img src="/files/1" alt=" "></p>' },
    ['picture_without_text'],
  ],
  ['a government link', { bodyHtml: '<p><a href="https://www.gov.cn/a">x</a></p>' }, []],
])('sees %s', (_case, changes, expected) => {
  expect(codes(changes)).toEqual(expected)
})

it('quotes the first places of a listed word, and counts them all', () => {
  const place = '正文'
  const [found] = checkTerms([{ place, text: Array(7).fill('请开立帐户。').join('\n') }], terms)
  expect(found?.text).toContain('全文共 7 处')
  expect(found?.place?.split('；').length).toBe(5)
})

it("reads the attachments' text too", () => {
  expect(codes({}, '绝密★启用前')).toEqual(['secrecy_mark'])
})

it.each([
  ['application/pdf', ' \n', true, ['attachment_unread']],
  ['application/pdf', '', false, ['attachment_unread']],
  ['application/pdf', '前半', false, ['attachment_partly_read']],
  ['application/pdf', '全文', true, []],
  ['image/png', '', false, []],
])(
  'says that a document of %s with the text %j (whole: %s) could not be checked',
  (mediaType, extractedText, readWhole, expected) => {
    const read = { extractedText, readWhole }
    const file = { fileId: 1, name: 'a', mediaType, sizeBytes: 1, sha256: 'x', alt: 'a', ...read }
    const content = builtContent(1, {})
    const attachments = [{ ...file, role: 'attachment' as const }]
    const context = { section, terms, subjectCategories: new Set<string>(), links: linksNow }
    const found = preCheck({ ...content, bodyText: textOfBody(content.bodyHtml), attachments }, context)
    expect(found.map(({ code }) => code)).toEqual(expected)
  },
)

it('keeps what a reader needs and drops what could harm', () => {
  const dirty =
    '<p onclick="x()">甲<b>乙</b></p><img src="https://evil.example/a.png"><iframe src="x"></iframe>'
  expect(cleanBody(dirty)).toBe('<p>甲<strong>乙</strong></p>')
  expect(textOfBody('<p>甲 &lt; 乙</p><p>丙</p>')).toBe('甲 < 乙\n丙')
})
