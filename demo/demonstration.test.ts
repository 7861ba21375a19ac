import { beforeAll, expect, it } from 'vitest'
import { yearFigures } from '#annual-report'
import type { Platform } from '#platform'
import { articleContent, preCheck, readyText } from '#publishing'
import { createApp } from '../src/app.ts'
import { testPlatform } from '../test/platform.ts'
import { makeDemonstration } from './make-demonstration.ts'
import { sectionPlans, shortcutNames } from './plan.ts'
import { fill } from './writing/fill.ts'
import { policyNames } from './writing/policy-frames.ts'
import { randomFrom } from './writing/random.ts'
import { bodyOf, type Kind, writePolicy, writeText } from './writing/write-text.ts'

let platform: Platform
/** Full size: a minute on a quiet machine, several on one that is busy with other tests. */
beforeAll(async () => {
  platform = await testPlatform({ now: '2019-01-15T10:00:00+08:00' })
  expect(await makeDemonstration(platform)).toBe(24_425 + 25_710)
}, 900_000)

it('the simulated bureau makes the figures of the source text, each counted from rows', async () => {
  expect(await yearFigures(platform.db, 2018)).toMatchObject({
    'publications.total': 25_710,
    'publications.growth_percent': 5.26,
    'publications.finance_headline_columns': 12_889,
    'publications.reposted_headline_columns': 5568,
    'publications.government_affairs_columns': 190,
    'publications.government_affairs_column_count': 19,
    'publications.finance_statistics_and_features': 13_117,
    'disclosure.total': 20_254,
    'disclosure.website': 19_734,
    'disclosure.weibo': 59,
    'disclosure.wechat': 461,
    'policy.normative_documents': 17,
    'policy.interpretations': 1431,
    'response.public_concerns': 75,
    'letters.received': 495,
    'letters.reply_rate_percent': 100,
    'letters.mean_handling_working_days': 7,
    'hotline.answered': 1392,
    'foi.received': 11,
    'foi.replied': 11,
    'foi.reply_rate_percent': 100,
    'foi.closed_in_time': 11,
    'foi.complaints': 0,
    'foi.reconsiderations': 0,
    'foi.lawsuits': 0,
  })
}, 120_000)

it('every item of the two years was reviewed by three people who did not write it', async () => {
  const { rows } = await sqlRows<{ items: number; reviewed: number }>(`
    select count(*)::int as items, count(*) filter (where approvals.people = 3 and not approvals.own)::int as reviewed
    from published_articles published
    join articles on articles.id = published.article_id
    left join lateral (
      select count(distinct decided_by) as people, bool_or(decided_by = articles.created_by) as own
      from review_decisions
      where article_id = articles.id and content_hash = published.content_hash and decision = 'approved'
    ) approvals on true
    where published_on between '2017-01-01' and '2018-12-31' and articles.emergency_by is null`)
  const [{ items, reviewed } = { items: 0, reviewed: -1 }] = rows
  expect([items, reviewed]).toEqual([50_134, 50_134])
}, 120_000)

it('each normative document is linked with interpretations that name it', async () => {
  const { rows } = await sqlRows<{ title: string; links: number }>(`
    select title, (select count(*)::int from policy_interpretations where policy_id = article_id) as links
    from published_articles where document_kind = 'normative_document'`)
  expect(rows).toHaveLength(32)
  expect(rows.filter(({ links }) => links < 2)).toEqual([])
})

it('there is work on the desks: drafts, reviews, a schedule, letters, requests; returned, corrected and withdrawn items', async () => {
  const { rows } = await sqlRows<Record<string, number>>(`select
    (select count(*)::int from articles where status = 'draft') as drafts,
    (select count(distinct awaited_step)::int from articles where status = 'in_review') as awaited_steps,
    (select count(*)::int from articles where status = 'scheduled') as scheduled,
    (select count(*)::int from articles where emergency_by is not null and emergency_confirmed_by is null) as unconfirmed,
    (select count(*)::int from review_decisions where decision = 'returned') as returned,
    (select count(*)::int from published_articles where state <> 'live') as ended,
    (select count(*)::int from revisions where number = 2) as second_revisions,
    (select count(*)::int from revision_attachments) as files,
    (select count(*)::int from letters where replied_on is null) as open_letters,
    (select count(*)::int from foi_requests where answered_on is null) as open_requests`)
  for (const [name, count] of Object.entries(rows[0] ?? {})) expect([name, count > 0]).toEqual([name, true])
  expect(rows[0]?.awaited_steps).toBe(3)
})

it('the report of the year stands approved, with nothing left to fill in', async () => {
  const app = await createApp(platform)
  const { body } = await app.inject('/reports/2018/document')
  expect(body).toContain('江州市财政局')
  expect(body).not.toContain('（待填报')
})

it('the eight shortcuts are sections in the order of the source', async () => {
  const { rows } = await sqlRows<{ name: string }>(
    'select name from sections where shortcut_position is not null order by shortcut_position',
  )
  expect(rows.map(({ name }) => name)).toEqual(shortcutNames)
})

it('each of the eight shortcuts opens a page that has content, and questions have answers', async () => {
  const app = await createApp(platform)
  const shortcuts = await platform.db
    .selectFrom('sections')
    .select(['code', 'shows'])
    .where('shortcut_position', 'is not', null)
    .execute()
  for (const { code, shows } of shortcuts) {
    const { statusCode, body } = await app.inject(shows ? `/${shows}` : `/sections/${code}`)
    expect([code, statusCode, body.includes('class="empty"')]).toEqual([code, 200, false])
  }
  const { body } = await app.inject('/answers')
  expect([body.includes('政府采购'), body.includes('信息公开')]).toEqual([true, true])
  await app.close()
}, 120_000)

const answers = new Map([['https://www.gov.cn/1', { outcome: 'alive' as const, status: 200 }]])
const publicUrl = 'https://www.jiangzhou.example'
const links = { answers, missingPages: new Set<string>(), trustedHosts: [], publicUrl }
const kinds: readonly Kind[] = ['news', 'repost', 'affairs', 'interpretation', 'concern', 'service', 'data']
it.each(kinds)('texts of kind %s are clean, free of findings, and mostly differ', (kind) => {
  const random = randomFrom(1)
  const titles = new Set<string>()
  for (let nth = 0; nth < 300; nth++) {
    const about = kind === 'affairs' ? (sectionPlans[7 + (nth % 19)]?.name ?? '') : ''
    const written = writeText(random, kind, about)
    titles.add(written.title)
    const { bodyHtml, bodyText } = bodyOf(written)
    const content = articleContent.parse({
      sectionId: 1,
      title: written.title,
      keywords: written.keywords,
      sourceName: '江州市财政局',
      bodyHtml,
      ...(kind === 'repost'
        ? { origin: 'repost', sourceUrl: 'https://www.gov.cn/1', originallyPublishedOn: '2018-01-02' }
        : {}),
    })
    const ready = readyText(content)
    expect([ready.bodyHtml, ready.bodyText]).toEqual([bodyHtml, bodyText])
    const section = { name: '栏目', description: '栏目', keywords: '栏目', columnType: '栏目', open: true }
    expect(preCheck(ready, { terms: [], section, links, subjectCategories: new Set() })).toEqual([])
  }
  expect(titles.size).toBeGreaterThan(kind === 'concern' || kind === 'service' ? 50 : 150)
})

it('a document has articles; a frame with a slot that nobody knows is a mistake', () => {
  expect(writePolicy(randomFrom(1), policyNames[0] as string).paragraphs[0]).toMatch(/^第一条　/)
  expect(() => fill(randomFrom(1), '{nothing}')).toThrow(RangeError)
})

async function sqlRows<T>(text: string) {
  const { sql } = await import('#platform/db')
  return sql.raw<T>(text).execute(platform.db)
}
