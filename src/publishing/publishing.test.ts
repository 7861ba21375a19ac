import { register } from 'prom-client'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { listAgenda } from './agenda.ts'
import { builtContent, builtSection } from './builders.ts'
import type { ArticleContent } from './contract.ts'
import { createArticle } from './create-article.ts'
import { decideStep } from './decide.ts'
import { fireDue } from './fire-due.ts'
import { linkInterpretation, unlinkInterpretation } from './link-interpretation.ts'
import { publishArticle } from './publish.ts'
import { getRevision } from './revision-store.ts'
import { saveDraft } from './save-draft.ts'
import { cancelSchedule, cancelWithdrawal, schedulePublishing, scheduleWithdrawal } from './schedule.ts'
import { findArticle } from './store.ts'
import { submitArticle } from './submit.ts'
import { withdrawArticle } from './withdraw.ts'

let platform: Platform
let sectionId: number
let author: Staff
let reviewer: Staff
let secrecy: Staff
let publisher: Staff

beforeAll(async () => {
  platform = await testPlatform()
  sectionId = await builtSection(platform)
  author = await testStaff(platform, 'author')
  reviewer = await testStaff(platform, 'reviewer')
  secrecy = await testStaff(platform, 'secrecy_reviewer')
  publisher = await testStaff(platform, 'publisher')
})

const code = (expected: string) => expect.objectContaining({ code: expected })
const write = async (changes: Partial<ArticleContent> = {}) =>
  (await createArticle(platform, author, builtContent(sectionId, changes))).id

async function decide(
  id: number,
  staff: Staff,
  decision: 'approved' | 'returned' = 'approved',
  comment = '',
) {
  const article = await findArticle(platform.db, id)
  const { contentHash } = await getRevision(platform.db, article?.headRevisionId ?? null)
  return decideStep(platform, staff, id, { decision, comment, acceptedWarnings: [], contentHash })
}

async function approved(changes: Partial<ArticleContent> = {}) {
  const id = await write(changes)
  await submitArticle(platform, author, id)
  for (const staff of [reviewer, secrecy, publisher]) await decide(id, staff)
  return id
}

async function published(changes: Partial<ArticleContent> = {}) {
  const id = await approved(changes)
  await publishArticle(platform, publisher, id)
  return id
}

const publicRow = (id: number) =>
  platform.db.selectFrom('published_articles').selectAll().where('article_id', '=', id).executeTakeFirst()
const statusOf = async (id: number) => (await findArticle(platform.db, id))?.status

it('carries a text from draft to the public page, its index number and its delivery', async () => {
  const id = await published()
  const row = await publicRow(id)
  expect(row).toMatchObject({ state: 'live', published_on: '2018-06-15', counts_as_disclosure: true })
  expect(row?.index_number).toMatch(/^000000000\/2018-\d{5}$/)
  const deliveries = await platform.db
    .selectFrom('deliveries')
    .selectAll()
    .where('article_id', '=', id)
    .execute()
  expect(deliveries).toMatchObject([{ channel: 'website', delivered_on: '2018-06-15' }])
  expect(await statusOf(id)).toBe('published')
})

it('an edit voids the approvals; saving the same text again does not', async () => {
  const id = await approved()
  const same = builtContent(sectionId)
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  expect(await saveDraft(platform, author, id, { ...same, version })).toEqual({ version })
  expect(await statusOf(id)).toBe('approved')
  await saveDraft(platform, author, id, { ...same, title: '改动后的标题', version })
  expect(await statusOf(id)).toBe('draft')
  await expect(publishArticle(platform, publisher, id)).rejects.toEqual(code('wrong_status'))
})

it('an approval given to other content is refused', async () => {
  const id = await write()
  await submitArticle(platform, author, id)
  const stale = { decision: 'approved' as const, comment: '', acceptedWarnings: [], contentHash: 'other' }
  await expect(decideStep(platform, reviewer, id, stale)).rejects.toEqual(code('approval_void'))
})

it('two people on one draft: the second save is refused and nothing is overwritten', async () => {
  const id = await write()
  const content = builtContent(sectionId)
  await saveDraft(platform, author, id, { ...content, title: '甲的改动', version: 1 })
  const late = saveDraft(platform, author, id, { ...content, title: '乙的改动', version: 1 })
  await expect(late).rejects.toEqual(code('edited_by_other'))
})

it('each step needs its own role, another person, and words when it returns', async () => {
  const all = await testStaff(platform, 'author', 'reviewer', 'secrecy_reviewer', 'publisher')
  const { id } = await createArticle(platform, all, builtContent(sectionId))
  await submitArticle(platform, all, id)
  await expect(decide(id, all)).rejects.toEqual(code('own_submission'))
  await expect(decide(id, secrecy)).rejects.toEqual(code('not_allowed'))
  await expect(decide(id, reviewer, 'returned')).rejects.toEqual(code('return_needs_comment'))
  const both = await testStaff(platform, 'reviewer', 'secrecy_reviewer')
  await decide(id, both)
  await expect(decide(id, both)).rejects.toEqual(code('secrecy_same_person'))
  expect(await decide(id, secrecy, 'returned', '第三段涉及未公开数据')).toEqual({ awaited: null })
  expect(await statusOf(id)).toBe('draft')
})

it('errors of the pre-check block submission and name themselves', async () => {
  const id = await write({ origin: 'repost', sourceName: '' })
  await expect(submitArticle(platform, author, id)).rejects.toEqual(code('precheck_failed'))
})

it('a warning needs a word from the reviewer', async () => {
  const id = await write({ keywords: '' })
  await submitArticle(platform, author, id)
  await expect(decide(id, reviewer)).rejects.toEqual(code('warnings_need_words'))
})

it('what is not disclosed on own initiative never reaches the site', async () => {
  const id = await approved({ openness: 'on_request', opennessReason: '涉及过程性信息' })
  await expect(publishArticle(platform, publisher, id)).rejects.toEqual(code('not_for_publication'))
  expect(await publicRow(id)).toBeUndefined()
})

it('a repost is published but does not count as disclosure', async () => {
  const source = { sourceName: '江州市人民政府', sourceUrl: 'https://www.jiangzhou.gov.cn/1' }
  const originallyPublishedOn = builtContent(1, {
    originallyPublishedOn: '2018-06-01' as never,
  }).originallyPublishedOn
  const id = await published({ origin: 'repost', ...source, originallyPublishedOn })
  expect(await publicRow(id)).toMatchObject({ counts_as_disclosure: false, origin: 'repost' })
})

it('a correction keeps the index number and the first date, and the old text stays until it is approved', async () => {
  const id = await published()
  const before = await publicRow(id)
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  await saveDraft(platform, author, id, { ...builtContent(sectionId), title: '更正后的标题', version })
  await submitArticle(platform, author, id)
  expect((await publicRow(id))?.title).toBe(before?.title)
  for (const staff of [reviewer, secrecy, publisher]) await decide(id, staff)
  await publishArticle(platform, publisher, id)
  expect(await publicRow(id)).toMatchObject({
    title: '更正后的标题',
    index_number: before?.index_number,
    published_at: before?.published_at,
  })
})

const at = (instant: string) => {
  const now = () => new Date(instant)
  return { ...platform, clock: { ...platform.clock, now } }
}
const firings = (id: number) =>
  platform.db
    .selectFrom('schedule_firings')
    .select(['kind', 'due_at', 'fired_at', 'refusal'])
    .where('article_id', '=', id)
    .orderBy('id')
    .execute()

it('a schedule fires once, at its minute, and is checked again; how late it was is recorded', async () => {
  const id = await approved()
  const past = new Date('2018-06-15T01:00:00Z')
  await expect(schedulePublishing(platform, publisher, id, past)).rejects.toEqual(code('schedule_in_past'))
  await schedulePublishing(platform, publisher, id, new Date('2018-06-15T03:00:00Z'))
  expect(await fireDue(platform)).toEqual({ done: 0, refused: 0 })
  const later = at('2018-06-15T03:02:00Z')
  expect(await fireDue(later)).toEqual({ done: 1, refused: 0 })
  expect(await fireDue(later)).toEqual({ done: 0, refused: 0 })
  expect(await statusOf(id)).toBe('published')
  const entry = await platform.db
    .selectFrom('audit_entries')
    .select('detail')
    .where('action', '=', 'publishing.fire')
    .where('subject_id', '=', String(id))
    .executeTakeFirst()
  expect(entry?.detail).toEqual({ kind: 'publish', lateSeconds: 120 })
  const times = { due_at: new Date('2018-06-15T03:00:00Z'), fired_at: new Date('2018-06-15T03:02:00Z') }
  expect(await firings(id)).toEqual([{ kind: 'publish', ...times, refusal: null }])
  expect(await register.metrics()).toMatch(
    /gongkai_schedule_lateness_seconds_bucket\{le="300",kind="publish"\} [1-9]/,
  )
})

it('a schedule can be moved and called off', async () => {
  const id = await approved()
  await expect(cancelSchedule(platform, publisher, id)).rejects.toEqual(code('wrong_status'))
  await schedulePublishing(platform, publisher, id, new Date('2018-06-15T03:00:00Z'))
  await schedulePublishing(platform, publisher, id, new Date('2018-06-16T03:00:00Z'))
  expect(await fireDue(at('2018-06-15T03:02:00Z'))).toEqual({ done: 0, refused: 0 })
  await cancelSchedule(platform, publisher, id)
  expect(await fireDue(at('2018-06-17T03:02:00Z'))).toEqual({ done: 0, refused: 0 })
  expect(await statusOf(id)).toBe('approved')
})

it('a due item that no longer passes the check goes back to its publisher', async () => {
  const id = await approved({ bodyHtml: '<p>临时禁词出现了。</p>' })
  await schedulePublishing(platform, publisher, id, new Date('2018-06-15T03:00:00Z'))
  await platform.db.insertInto('checked_terms').values({ term: '临时禁词', severity: 'error' }).execute()
  expect(await fireDue(at('2018-06-15T03:02:00Z'))).toEqual({ done: 0, refused: 1 })
  expect(await statusOf(id)).toBe('approved')
  expect(await firings(id)).toMatchObject([{ kind: 'publish', refusal: 'precheck_failed' }])
})

it('a withdrawal set for later ends the item at its minute, not before, and can be called off', async () => {
  const id = await approved()
  const end = { kind: 'notice' as const, reason: '公示期满', mergedIntoId: null }
  const set = (instant: string, more = {}) =>
    scheduleWithdrawal(platform, publisher, id, { ...end, ...more, at: new Date(instant) })
  await expect(set('2018-06-15T01:00:00Z')).rejects.toEqual(code('schedule_in_past'))
  await schedulePublishing(platform, publisher, id, new Date('2018-06-15T03:00:00Z'))
  await expect(set('2018-06-15T03:00:00Z')).rejects.toEqual(code('withdrawal_before_publication'))
  const into = { kind: 'merged', mergedIntoId: 999_999 }
  await expect(set('2018-06-20T03:00:00Z', into)).rejects.toEqual(code('merge_target_invalid'))
  await set('2018-06-20T03:00:00Z')
  expect(await fireDue(at('2018-06-15T03:00:10Z'))).toEqual({ done: 1, refused: 0 })
  await cancelWithdrawal(platform, publisher, id)
  await expect(cancelWithdrawal(platform, publisher, id)).rejects.toEqual(code('no_withdrawal_set'))
  expect(await fireDue(at('2018-06-21T03:00:00Z'))).toEqual({ done: 0, refused: 0 })
  await set('2018-06-20T03:00:00Z')
  expect(await fireDue(at('2018-06-20T03:00:30Z'))).toEqual({ done: 1, refused: 0 })
  expect(await publicRow(id)).toMatchObject({ state: 'notice', state_text: '公示期满' })
  expect(await firings(id)).toMatchObject([{ kind: 'publish' }, { kind: 'withdraw', refusal: null }])
  const agenda = await listAgenda(
    platform,
    new Date('2018-06-15T00:00:00Z'),
    new Date('2018-06-21T00:00:00Z'),
  )
  expect(agenda.filter((entry) => entry.article_id === id)).toMatchObject([
    { kind: 'publish' },
    { kind: 'withdraw' },
  ])
})

it('what is wrong leaves the public although its correction is still under review', async () => {
  const id = await published()
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  await saveDraft(platform, author, id, { ...builtContent(sectionId), title: '更正', version })
  await submitArticle(platform, author, id)
  await withdrawArticle(platform, publisher, id, { kind: 'gone', reason: '有误', mergedIntoId: null })
  expect(await statusOf(id)).toBe('withdrawn')
  await submitArticle(platform, author, id)
  expect(await statusOf(id)).toBe('in_review')
  const again = withdrawArticle(platform, publisher, id, { kind: 'gone', reason: '有误', mergedIntoId: null })
  await expect(again).rejects.toEqual(code('wrong_status'))
})

it('withdrawal is typed and a merge never loops', async () => {
  const [first, second] = [await published(), await published()]
  const withdraw = (id: number, kind: 'gone' | 'merged', mergedIntoId: number | null = null) =>
    withdrawArticle(platform, publisher, id, { kind, reason: '重复发布', mergedIntoId })
  await expect(withdraw(first, 'merged', 999_999)).rejects.toEqual(code('merge_target_invalid'))
  await expect(withdraw(first, 'merged', first)).rejects.toEqual(code('merge_loop'))
  await withdraw(first, 'merged', second)
  await expect(withdraw(second, 'merged', first)).rejects.toEqual(code('merge_loop'))
  await withdraw(second, 'gone')
  expect(await publicRow(second)).toMatchObject({ state: 'gone', state_on: '2018-06-15' })
})

it('of two people who merge two items into each other at the same moment one is told', async () => {
  const merge = (id: number, mergedIntoId: number) =>
    withdrawArticle(platform, publisher, id, { kind: 'merged', reason: '重复发布', mergedIntoId })
  // The target's foreign key makes each wait for the other's item: the database ends one, which is judged again.
  const [first, second] = [await published(), await published()]
  const outcomes = await Promise.allSettled([merge(first, second), merge(second, first)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes).toContainEqual({ status: 'rejected', reason: code('merge_loop') })
})

it('links an interpretation to its policy only', async () => {
  const policyId = await write({ documentKind: 'policy_document' })
  const interpretationId = await write({ documentKind: 'interpretation', interpretationForm: 'text' })
  await expect(write({ documentKind: 'interpretation' })).rejects.toEqual(code('interpretation_form_missing'))
  await linkInterpretation(platform, author, { policyId, interpretationId })
  const wrong = linkInterpretation(platform, author, {
    policyId: interpretationId,
    interpretationId: policyId,
  })
  await expect(wrong).rejects.toEqual(code('link_kinds'))
  await submitArticle(platform, author, interpretationId)
  await unlinkInterpretation(platform, author, { policyId, interpretationId })
  await submitArticle(platform, author, policyId)
  const late = linkInterpretation(platform, author, { policyId, interpretationId })
  await expect(late).rejects.toEqual(code('link_needs_reviewer'))
  await linkInterpretation(platform, reviewer, { policyId, interpretationId })
  const undone = unlinkInterpretation(platform, author, { policyId, interpretationId })
  await expect(undone).rejects.toEqual(code('link_needs_reviewer'))
})

it('refuses an unknown or closed section, an unknown file, and a text with nothing in it', async () => {
  await expect(write({ sectionId: 999_999 })).rejects.toEqual(code('section_unknown'))
  const closed = await builtSection(platform, 'closed')
  await platform.db.updateTable('sections').set({ status: 'retired' }).where('id', '=', closed).execute()
  await expect(write({ sectionId: closed })).rejects.toEqual(code('section_closed'))
  await expect(write({ bodyHtml: '<script>x</script>' })).rejects.toEqual(code('unsafe_content'))
})
