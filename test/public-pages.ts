import { keepLetters } from '#letters'
import { makeOrganisation } from '../demo/make-organisation.ts'
import { makeRequests } from '../demo/make-requests.ts'
import { makeStaff } from '../demo/make-staff.ts'
import { entryInput } from '../src/knowledge/contract.ts'
import { reviewEntry } from '../src/knowledge/entries/decide-entry.ts'
import { writeEntry } from '../src/knowledge/entries/write-entry.ts'
import type { Platform } from '../src/platform/index.ts'
import { addItem, addSection } from '../src/portal/builders.ts'
import { testStaff } from './staff.ts'

/** Of machines and staff, or files; the twins of every page are tried with it. */
const noPage =
  /^\/(?:api|assets|console|files|marks|qr|zh-hant|elder|healthz|readyz|metrics)(?:\/|$|\.)|\.(?:xml|atom|csv|docx|ico|json|svg|txt)$|\/portrait$|\/files\/:file$/
/** Seen by staff who hold a secret link; drawn by the function of the public page. */
const behindALink = ['/preview/:token', '/preview/:token/files/:id']

export const isPublicPage = (route: string) => !noPage.test(route) && !behindALink.includes(route)

/** Everything that the footer shows, so that a page without an element of it is seen. */
export const wholeAgency = {
  siteName: '江州市财政局',
  hostName: '江州市财政局办公室',
  siteDomain: 'czj.jiangzhou.gov.cn',
  siteIdCode: '0000000000',
  weiboUrl: 'https://weibo.example/x',
  telephone: '000-85550100',
  icpNumber: '江ICP备00000000号',
  icpUrl: 'https://icp.example/',
  policeNumber: '江公网安备00000000号',
  policeUrl: 'https://police.example/',
  officeMarkUrl: 'https://mark.example/certificate',
}

/**
 * Fills a test's site so that every kind of public page has something to show. Answers the addresses to try for each
 * route with a parameter, or with more than one kind of page behind it.
 */
export async function fillPublicPages(platform: Platform): Promise<Record<string, readonly string[]>> {
  const settings = JSON.stringify(wholeAgency)
  await platform.db.insertInto('agency').values({ settings }).execute()
  const items = await fillItems(platform)
  await platform.inTransaction(async (tx) => {
    await makeStaff(tx)
    await makeOrganisation(platform, tx)
    await makeRequests(platform, tx)
    await keepLetters(platform, tx, letters, { released: true })
  })
  const idOf = async (table: 'letters' | 'leaders') =>
    (await platform.db.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()).id
  const filters = 'kind=normative_document&section=policies&from=2018-01-01&to=2018-12-31&order=newest'
  return {
    '/articles/:id': [...items.map((id) => `/articles/${id}`), '/articles/999999'],
    '/sections/:code': [
      '/sections/policies',
      '/sections/policies?year=2018&month=5',
      '/sections/gathering',
      '/sections/none',
    ],
    '/letters/:id': [`/letters/${await idOf('letters')}`],
    '/leaders/:id': [`/leaders/${await idOf('leaders')}`],
    '/answers/:id': [`/answers/${await fillAnswer(platform)}`],
    '/answers/topics/:topic': [`/answers/topics/${encodeURIComponent('补助')}`, '/answers/topics/none'],
    '/statistics/:year': ['/statistics/2018'],
    '/reports/:year': ['/reports/2018'],
    '/reports/:year/document': ['/reports/2018/document'],
    '/reports/:year/:key': ['/reports/2018/publications.total'],
    '/search': [
      '/search',
      `/search?q=${encodeURIComponent('贷款')}`,
      `/search?q=${encodeURIComponent('贷款')}&${filters}`,
      `/search?q=nothing&${filters}`,
    ],
    '/site-errors/new': ['/site-errors/new?page=%2Fguide'],
  }
}

const letters = Array.from({ length: 30 }, (_, nth) => ({
  id: String(nth),
  subject: `补助什么时候到账，第${nth}次来信`,
  body: '公示以后一直没有到账，请问什么时候发放？',
  submitted_at: new Date(Date.UTC(2018, nth % 5, 1 + nth, 2)),
  reply: '补助在公示结束后一个月内发放。',
  consent: 'yes' as const,
  replied_at: new Date(Date.UTC(2018, nth % 5, 4 + nth, 2)),
}))

/** An item of every kind that a reader meets: a document with its interpretation, a link, each typed end. */
async function fillItems(platform: Platform): Promise<number[]> {
  const above = await addSection(platform, 'gathering', '政策法规·解读', { kind: 'policies' })
  const section = await addSection(platform, 'policies', '政策文件', {
    kind: 'policies',
    shortcut_position: 1,
    parent_id: above,
  })
  const add = (changes: Record<string, unknown>) => addItem(platform, section, changes)
  const ended = { state_on: '2018-06-12', state_text: '内容有误' }
  const policy = await add({
    document_kind: 'normative_document',
    document_number: '江财规〔2018〕3号',
    issuing_body: '江州市财政局',
    document_date: '2018-05-28',
    effectiveness: 'repealed',
    subject_category: '财政、金融',
    index_number: '000/2018-00001',
    title: '小微企业贷款贴息办法',
    body_html: `<h2>第一章</h2><p>对小微企业贷款给予贴息。</p><table><tr><th>年度</th>${'<th>金额（万元）</th>'.repeat(9)}</tr></table>`,
    body_text: '对小微企业贷款给予贴息。',
  })
  const interpretation = await add({
    document_kind: 'interpretation',
    interpretation_form: 'text',
    title: '《小微企业贷款贴息办法》解读',
  })
  const staff = await testStaff(platform, 'author')
  const link = { policy_id: policy, interpretation_id: interpretation, linked_by: staff.id }
  await platform.db.insertInto('policy_interpretations').values(link).execute()
  const repost = await add({
    media: 'link',
    link_url: 'https://www.gov.example/policy',
    origin: 'repost',
    title: '上级政策的链接',
  })
  const gone = await add({ state: 'gone', ...ended })
  const notice = await add({ state: 'notice', ...ended })
  const archived = await add({ state: 'archived', ...ended, state_text: '已被新的办法替代' })
  for (let made = 0; made < 25; made++) await add({})
  return [policy, interpretation, repost, gone, notice, archived]
}

async function fillAnswer(platform: Platform): Promise<number> {
  const entry = entryInput.parse({
    topic: '补助',
    question: '补助怎样申请？',
    answer: '向区县财政部门提交申请表。',
    audience: 'public',
  })
  const { id } = await writeEntry(platform, await testStaff(platform, 'correspondence_officer'), entry)
  await reviewEntry(platform, await testStaff(platform, 'supervisor'), id)
  return id
}
