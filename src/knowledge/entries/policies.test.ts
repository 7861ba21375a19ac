import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { sql } from '#platform/db'
import type { App } from '#platform/http'
import {
  type ArticleContent,
  createArticle,
  publishInEmergency,
  saveDraft,
  withdrawArticle,
} from '#publishing'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { builtContent, builtSection } from '../../publishing/builders.ts'
import { entryInput } from '../contract.ts'
import { reviewEntry } from './decide-entry.ts'
import { handOver } from './hand-over.ts'
import { knowledgeOpenWork } from './open-work.ts'
import { getEntry } from './store.ts'
import { suspendStale } from './suspend-stale.ts'
import { tellExpiring } from './tell-expiring.ts'
import { writeEntry } from './write-entry.ts'

let platform: Platform
let app: App
let editor: Staff
let writer: Staff
let reviewer: Staff
let section: number
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  section = await builtSection(platform)
  editor = await testStaff(platform, 'author', 'publisher')
  writer = await withMail('owner@agency.example', 'correspondence_officer')
  reviewer = await withMail('head@agency.example', 'supervisor')
})
async function withMail(email: string, ...roles: Parameters<typeof testStaff>[1][]) {
  const staff = await testStaff(platform, ...roles)
  await platform.db.updateTable('staff').set({ email }).where('id', '=', staff.id).execute()
  return staff
}
const refused = (code: string) => expect.objectContaining({ code })
const policy = (changes: Partial<ArticleContent> = {}) =>
  builtContent(section, { documentKind: 'policy_document', effectiveness: 'in_force', ...changes })

async function published(title: string): Promise<number> {
  const { id } = await createArticle(platform, editor, policy({ title }))
  await publishInEmergency(platform, editor, id, '测试所需的紧急发布')
  return id
}
/** A correction through the use cases; the test takes the short way of review. */
async function corrected(id: number, changes: Partial<ArticleContent>) {
  const { version } = await platform.db
    .selectFrom('articles')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await saveDraft(platform, editor, id, { ...policy(changes), version })
  await platform.db.updateTable('articles').set({ status: 'draft' }).where('id', '=', id).execute()
  await publishInEmergency(platform, editor, id, '测试所需的紧急发布')
}
async function entry(more: object = {}, reviewed = true): Promise<number> {
  const input = entryInput.parse({
    topic: '补助',
    question: '补助怎样申请',
    answer: '到窗口。',
    audience: 'public',
    ...more,
  })
  const { id } = await writeEntry(platform, writer, input)
  if (reviewed) await reviewEntry(platform, reviewer, id)
  return id
}
/** What an act answers, and how many mails it leaves to be sent; they lie sealed, so they are counted. */
async function mailing<Answer>(act: () => Promise<Answer>): Promise<[Answer, number]> {
  const count = async () => {
    // The queue makes its tables with its first job.
    const { rows: made } = await sql<{ at: string | null }>`select to_regclass('pgboss.job') as at`.execute(
      platform.db,
    )
    if (!made[0]?.at) return 0
    return (await sql`select id from pgboss.job where name = 'mail.send'`.execute(platform.db)).rows.length
  }
  const before = await count()
  const answer = await act()
  return [answer, (await count()) - before]
}

describe('an entry and its policies', () => {
  it.each([
    [
      '所依据的政策已修改',
      (id: number) => corrected(id, { title: '办法', bodyHtml: '<p>各单位：标准有变。</p>' }),
    ],
    ['所依据的政策已修改', (id: number) => corrected(id, { title: '办法', effectiveness: 'amended' })],
    ['所依据的政策已废止', (id: number) => corrected(id, { title: '办法', effectiveness: 'repealed' })],
    ['所依据的政策已失效', (id: number) => corrected(id, { title: '办法', effectiveness: 'expired' })],
    [
      '所依据的政策已撤下',
      (id: number) =>
        withdrawArticle(platform, editor, id, {
          kind: 'gone',
          reason: '文件有误，已经撤下',
          mergedIntoId: null,
        }),
    ],
  ])('%s: out of use at once, suspended with the reason, the owner told once', async (because, end) => {
    const [first, second] = [await published('办法'), await published('细则')]
    const id = await entry({ sources: [first, second] })
    expect((await app.inject(`/answers/${id}`)).body).toContain(`<a href="/articles/${second}">细则</a>`)
    await end(first)
    expect((await app.inject(`/answers/${id}`)).statusCode).toBe(404)
    expect(await mailing(() => suspendStale(platform))).toEqual([1, 1])
    expect(await mailing(() => suspendStale(platform))).toEqual([0, 0])
    expect(await getEntry(platform.db, id)).toMatchObject({
      status: 'suspended',
      suspendedBecause: `${because}，请核对后重新送审`,
    })
  })
  it('may be reviewed again with the policy as it stands, not with one that has ended (source_not_public)', async () => {
    const [changed, repealed] = [await published('甲办法'), await published('乙办法')]
    const [one, two] = [await entry({ sources: [changed] }), await entry({ sources: [repealed] })]
    await corrected(changed, { title: '甲办法（修订）' })
    await corrected(repealed, { title: '乙办法', effectiveness: 'repealed' })
    await suspendStale(platform)
    await reviewEntry(platform, reviewer, one)
    expect((await app.inject(`/answers/${one}`)).body).toContain('甲办法（修订）')
    await expect(reviewEntry(platform, reviewer, two)).rejects.toEqual(refused('source_not_public'))
    await expect(entry({ sources: [repealed] })).rejects.toEqual(refused('source_not_public'))
  })
  it('writers find policies in force by title and number', async () => {
    const { headers } = await signedIn(app, platform, 'hotline_agent')
    const id = await published('关于小微企业贴息的通知')
    await corrected(await published('关于小微企业贴息的旧通知'), {
      title: '关于小微企业贴息的旧通知',
      effectiveness: 'repealed',
    })
    const url = `/api/staff/knowledge/policies?words=${encodeURIComponent('小微企业贴息')}`
    const { items } = (await app.inject({ url, headers })).json()
    expect(items.map((one: { articleId: number }) => one.articleId)).toEqual([id])
    const none = await app.inject({ url: '/api/staff/knowledge/policies?words=100%25', headers })
    expect(none.json().items).toEqual([])
  })
  it('says of a source what it is, and of a draft’s nothing yet', async () => {
    const { headers } = await signedIn(app, platform, 'hotline_agent')
    const source = await published('丙办法')
    const id = await entry({ sources: [source] }, false)
    const read = async () => (await app.inject({ url: `/api/staff/knowledge/entries/${id}`, headers })).json()
    expect((await read()).sources).toEqual([
      { articleId: source, title: '丙办法', documentNumber: null, because: null },
    ])
    await reviewEntry(platform, reviewer, id)
    await corrected(source, { title: '丙办法', effectiveness: 'repealed' })
    expect((await read()).sources).toMatchObject([{ because: 'repealed' }])
  })
})

describe('the owner', () => {
  it('hears of the last day a fortnight before it, once for each day that is set', async () => {
    const id = await entry({ validUntil: '2018-06-29' })
    await entry({ validUntil: '2018-06-30' })
    expect(await mailing(() => tellExpiring(platform))).toEqual([1, 1])
    expect(await mailing(() => tellExpiring(platform))).toEqual([0, 0])
    await platform.db
      .updateTable('knowledge_entries')
      .set({ valid_until: '2018-06-20' } as never)
      .where('id', '=', id)
      .execute()
    expect(await tellExpiring(platform)).toBe(1)
    await platform.db.updateTable('knowledge_entries').set({ status: 'retired' }).execute()
  })
  it('hands an entry over, as does whoever reviews; nobody else, and only to somebody who writes (owner_unfit)', async () => {
    const [id, agent] = [await entry(), await testStaff(platform, 'hotline_agent')]
    await expect(handOver(platform, agent, id, agent.id)).rejects.toEqual(refused('not_allowed'))
    for (const unfit of [reviewer.id, 999_999])
      await expect(handOver(platform, writer, id, unfit)).rejects.toEqual(refused('owner_unfit'))
    await handOver(platform, writer, id, agent.id)
    expect(await getEntry(platform.db, id)).toMatchObject({ ownerId: agent.id, status: 'reviewed' })
    await expect(handOver(platform, writer, id, writer.id)).rejects.toEqual(refused('not_allowed'))
    await handOver(platform, reviewer, id, writer.id)
    expect((await knowledgeOpenWork.list(platform.db, writer.id)).map(({ href }) => href)).toContain(
      `/knowledge/${id}`,
    )
  })
  it('who has left is not told: whoever reviews is, and finds the entry on the desk', async () => {
    const gone = await withMail('gone@agency.example', 'correspondence_officer')
    const id = await entry({ validUntil: '2018-06-20' })
    await handOver(platform, reviewer, id, gone.id)
    await platform.db.updateTable('staff').set({ active: false }).where('id', '=', gone.id).execute()
    const head = await signedIn(app, platform, 'supervisor')
    const desk = await app.inject({ url: '/api/staff/desk', headers: head.headers })
    expect(desk.body).toContain('knowledge_orphaned')
    const list = await app.inject({
      url: '/api/staff/knowledge/entries?orphaned=true',
      headers: head.headers,
    })
    expect(list.json().items).toMatchObject([{ id, ownerActive: false }])
    const later = { ...platform, clock: fixedClock('2018-06-21T00:05:00+08:00') }
    expect(await mailing(() => suspendStale(later))).toEqual([1, 1])
  })
})
