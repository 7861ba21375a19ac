import { expect, it } from 'vitest'
import { keepLetters } from '#letters'
import { makeOrganisation } from '../demo/make-organisation.ts'
import { makeRequests } from '../demo/make-requests.ts'
import { makeStaff } from '../demo/make-staff.ts'
import { entryInput } from '../src/knowledge/contract.ts'
import { reviewEntry } from '../src/knowledge/entries/decide-entry.ts'
import { writeEntry } from '../src/knowledge/entries/write-entry.ts'
import { addItem, addSection } from '../src/portal/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { testStaff } from '../test/staff.ts'
import { violationsOf } from './accessible.ts'

const routes: string[] = []
const platform = await testPlatform()
const address = await listeningApp(platform, ({ method, url }) => {
  if (method === 'GET') routes.push(url)
})
const browser = await testBrowser()

/** Of machines and staff, or files; the traditional twin of every page is tried below. */
const noPage =
  /^\/(?:api|assets|console|files|qr|zh-hant|healthz|readyz|metrics)(?:\/|$|\.)|\.(?:xml|atom|csv|docx|json|svg|txt)$|\/portrait$/
/** Seen by staff who hold a secret link; drawn by the function of the public page. */
const behindALink = ['/preview/:token', '/preview/:token/files/:id']
const pages = routes.filter((route) => !noPage.test(route) && !behindALink.includes(route))

const section = await addSection(platform, 'policies', '政策文件', { kind: 'policies', shortcut_position: 1 })
const document = {
  document_kind: 'normative_document',
  document_number: '江财规〔2018〕3号',
  issuing_body: '江州市财政局',
  document_date: '2018-05-28',
  effectiveness: 'repealed',
  subject_category: '财政、金融',
  index_number: '000/2018-00001',
}
const article = await addItem(platform, section, {
  ...document,
  title: '小微企业贷款贴息办法',
  body_html: `<h2>第一章</h2><p>对小微企业贷款给予贴息。</p><table><tr><th>年度</th>${'<th>金额（万元）</th>'.repeat(9)}</tr></table>`,
  body_text: '对小微企业贷款给予贴息。',
})
for (let made = 0; made < 25; made++) await addItem(platform, section)
const settings = { siteName: '江州市财政局', weiboUrl: 'https://weibo.example/x', telephone: '000-85550100' }
await platform.db
  .insertInto('agency')
  .values({ settings: JSON.stringify({ ...settings, siteIdCode: '0000000000', icpNumber: '备案号' }) })
  .execute()
await platform.inTransaction(async (tx) => {
  await makeStaff(tx)
  await makeOrganisation(platform, tx)
  await makeRequests(platform, tx)
  const letters = Array.from({ length: 30 }, (_, nth) => ({
    id: String(nth),
    subject: `补助什么时候到账，第${nth}次来信`,
    body: '公示以后一直没有到账，请问什么时候发放？',
    submitted_at: new Date(Date.UTC(2018, nth % 5, 1 + nth, 2)),
    reply: '补助在公示结束后一个月内发放。',
    consent: 'yes' as const,
    replied_at: new Date(Date.UTC(2018, nth % 5, 4 + nth, 2)),
  }))
  await keepLetters(platform, tx, letters, { released: true })
})
const [writer, reviewer] = [
  await testStaff(platform, 'correspondence_officer'),
  await testStaff(platform, 'supervisor'),
]
const entry = entryInput.parse({
  topic: '补助',
  question: '补助怎样申请？',
  answer: '向区县财政部门提交申请表。',
  audience: 'public',
})
const { id: answer } = await writeEntry(platform, writer, entry)
await reviewEntry(platform, reviewer, answer)
const idOf = async (table: 'letters' | 'leaders') =>
  (await platform.db.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()).id

/** An address for each page whose route has a parameter, and more addresses of pages that differ by what they hold. */
const samples: Record<string, readonly string[]> = {
  '/articles/:id': [`/articles/${article}`, '/articles/999999'],
  '/sections/:code': ['/sections/policies', '/sections/policies?year=2018&month=5', '/sections/none'],
  '/letters/:id': [`/letters/${await idOf('letters')}`],
  '/leaders/:id': [`/leaders/${await idOf('leaders')}`],
  '/answers/:id': [`/answers/${answer}`],
  '/answers/topics/:topic': [`/answers/topics/${encodeURIComponent('补助')}`, '/answers/topics/none'],
  '/statistics/:year': ['/statistics/2018'],
  '/reports/:year': ['/reports/2018'],
  '/reports/:year/document': ['/reports/2018/document'],
  '/reports/:year/:key': ['/reports/2018/publications.total'],
  '/search': ['/search', `/search?q=${encodeURIComponent('贷款')}`, '/search?q=nothing'],
  '/site-errors/new': ['/site-errors/new?page=%2Fguide'],
}

it('every route of a public page has an address to try', () => {
  const missing = pages.filter((route) => route.includes(':') && !samples[route])
  expect(missing).toEqual([])
  expect(pages.length).toBeGreaterThan(25)
})

/** Every width, and every pair of size of letters and script. */
const readers = [
  { width: 360, elder: false, script: '' },
  { width: 360, elder: true, script: '/zh-hant' },
  { width: 768, elder: false, script: '/zh-hant' },
  { width: 1440, elder: true, script: '' },
] as const
/** One window a reader; what it complains of, or asks of others, is noted. */
const windows = await Promise.all(
  readers.map(async (reader) => {
    const context = await browser.newContext({ viewport: { width: reader.width, height: 900 } })
    if (reader.elder) await context.addCookies([{ name: 'elder', value: '1', url: address }])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 404'))
        complaints.push(message.text())
    })
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(address) && !/^(?:data|blob):/.test(url)) complaints.push(`asks ${url}`)
    })
    return { reader, page, complaints }
  }),
)
const places = pages.flatMap((route) => samples[route] ?? [route])

/** What is wrong with a page for one reader. */
async function seen({ reader, page, complaints }: (typeof windows)[number], place: string) {
  complaints.length = 0
  await page.goto(`${address}${reader.script}${place}`)
  const cookies = (await page.context().cookies()).filter(({ name }) => name !== 'elder')
  return {
    reader,
    found: await violationsOf(page),
    complaints: [...complaints],
    wide: Math.max(reader.width, Number(await page.evaluate('document.documentElement.scrollWidth'))),
    language: await page.locator('html').getAttribute('lang'),
    cookies,
  }
}

it.each(places)(
  '%s: axe finds nothing, nothing is too wide, nobody else is asked, for every reader',
  async (place) => {
    const found = await Promise.all(windows.map((window) => seen(window, place)))
    expect(found).toEqual(
      readers.map((reader) => ({
        reader,
        found: [],
        complaints: [],
        wide: reader.width,
        language: reader.script ? 'zh-Hant' : 'zh-CN',
        cookies: [],
      })),
    )
  },
)
