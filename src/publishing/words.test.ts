import { register } from 'prom-client'
import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import { articleCrew } from '../../test/article-crew.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtSection } from './builders.ts'
import { confirmEmergency, publishInEmergency } from './emergency.ts'
import { fireDue } from './fire-due.ts'
import { publishArticle } from './publish.ts'
import { readArticle } from './read-article.ts'
import { schedulePublishing, scheduleWithdrawal } from './schedule.ts'
import { findArticle } from './store.ts'
import { submitArticle } from './submit.ts'
import { withdrawArticle } from './withdraw.ts'

let platform: Platform
let crew: Awaited<ReturnType<typeof articleCrew>>
let sectionId: number
beforeAll(async () => {
  platform = await testPlatform()
  sectionId = await builtSection(platform)
  crew = await articleCrew(platform, sectionId)
})

const code = (expected: string) => expect.objectContaining({ code: expected })
const due = new Date('2018-06-15T03:00:00Z')
const at = (instant: string) => ({ ...platform, clock: { ...platform.clock, now: () => new Date(instant) } })
const firing = () => fireDue(at('2018-06-15T03:01:00Z'))
let words = 0
/** The agency lists a word after the review; the text has it. */
async function approvedWithNewWarning() {
  const term = `新提醒${++words}`
  const id = await crew.approved({ bodyHtml: `<p>文中有${term}字样。</p>` })
  const suggest = { term, severity: 'warning' }
  return {
    id,
    list: () => platform.db.insertInto('checked_terms').values(suggest).execute(),
    code: `term:${term}`,
  }
}

it('a warning that came up after the review needs a word of the publisher, who did not write the text', async () => {
  const { id, list, code: warning } = await approvedWithNewWarning()
  await list()
  await expect(publishArticle(platform, crew.publisher, id)).rejects.toEqual(
    expect.objectContaining({ code: 'warnings_need_words', fields: { [warning]: expect.any(String) } }),
  )
  expect((await readArticle(platform, crew.publisher, id)).unworded).toMatchObject([{ code: warning }])
  const answered = [{ code: warning, word: '专有名称，无误' }]
  await publishArticle(platform, crew.publisher, id, answered)
  const { history } = await readArticle(platform, crew.publisher, id)
  expect(history.at(-1)).toMatchObject({ decision: 'worded', accepted_warnings: answered })
  expect(await crew.statusOf(id)).toBe('published')
})

it('nobody answers warnings of their own text at publishing', async () => {
  const { id, list, code: warning } = await approvedWithNewWarning()
  await list()
  const writer = await testStaff(platform, 'author', 'publisher')
  await platform.db.updateTable('articles').set({ submitted_by: writer.id }).where('id', '=', id).execute()
  const own = publishArticle(platform, writer, id, [{ code: warning, word: '无误' }])
  await expect(own).rejects.toEqual(code('own_submission'))
})

it('a schedule asks for the word when it is set, and gives the item back when the warning is newer', async () => {
  const early = await approvedWithNewWarning()
  await early.list()
  const set = (id: number, given: { code: string; word: string }[] = []) =>
    schedulePublishing(platform, crew.publisher, id, due, given)
  await expect(set(early.id)).rejects.toEqual(code('warnings_need_words'))
  await set(early.id, [{ code: early.code, word: '无误' }])
  const late = await approvedWithNewWarning()
  await set(late.id)
  await late.list()
  expect(await firing()).toEqual({ done: 1, refused: 1 })
  expect([await crew.statusOf(early.id), await crew.statusOf(late.id)]).toEqual(['published', 'approved'])
  const { refusal } = await platform.db
    .selectFrom('schedule_firings')
    .select('refusal')
    .where('article_id', '=', late.id)
    .executeTakeFirstOrThrow()
  expect(refusal).toBe('warnings_need_words')
})

it('links are asked again when an item is submitted and before it goes out by itself', async () => {
  const bodyHtml = '<p><a href="https://www.gov.cn/a">链接</a></p>'
  const id = await crew.write({ bodyHtml })
  const jobs = async () => {
    const { rows } = await sql<{ key: string; at: Date }>`
      select singleton_key as key, start_after as at from pgboss.job
      where name = 'publishing.check-links' and data->>'articleId' = ${String(id)} order by start_after`.execute(
      platform.db,
    )
    return rows
  }
  await sql`delete from pgboss.job where name = 'publishing.check-links'`.execute(platform.db)
  await crew.approve(id)
  expect(await jobs()).toHaveLength(1)
  await schedulePublishing(platform, crew.publisher, id, new Date('2038-06-15T03:00:00Z'))
  expect((await jobs()).at(-1)?.at).toEqual(new Date('2038-06-15T02:45:00Z'))
})

it('an emergency asks for words too; who wrote it or published it confirms nothing, and only what they saw is confirmed', async () => {
  const reason = '防汛应急响应通告'
  const id = await crew.write({ keywords: '' })
  const both = await testStaff(platform, 'publisher', 'reviewer')
  await expect(publishInEmergency(platform, both, id, reason)).rejects.toEqual(code('warnings_need_words'))
  const given = [{ code: 'keywords_missing', word: '情况紧急' }]
  const { contentHash } = await publishInEmergency(platform, both, id, reason, given)
  expect((await crew.publicRow(id))?.state).toBe('live')
  const seen = { comment: '已核对', contentHash }
  const writer = await testStaff(platform, 'author', 'reviewer')
  await expect(confirmEmergency(platform, both, id, seen)).rejects.toEqual(code('emergency_same_person'))
  await crew.edit(id, { title: '第二版' }, writer)
  await submitArticle(platform, writer, id)
  const second = await publishInEmergency(platform, crew.publisher, id, '更正水位数据')
  expect((await findArticle(platform.db, id))?.emergencyReason).toBe('防汛应急响应通告；更正水位数据')
  for (const person of [both, writer]) {
    expect((await readArticle(platform, person, id)).abilities.confirmEmergency).toBe(false)
    const again = confirmEmergency(platform, person, id, { ...seen, ...second })
    await expect(again).rejects.toEqual(code('emergency_same_person'))
  }
  await expect(confirmEmergency(platform, crew.reviewer, id, seen)).rejects.toEqual(code('emergency_changed'))
  const { shownHash } = await readArticle(platform, crew.reviewer, id)
  expect(shownHash).toBe(second.contentHash)
  await confirmEmergency(platform, crew.reviewer, id, { comment: '已核对', ...second })
  const once = confirmEmergency(platform, crew.reviewer, id, { comment: '', ...second })
  await expect(once).rejects.toEqual(code('no_emergency'))
})

it('nobody approves a text of which they wrote any word since it was last public', async () => {
  const writer = await testStaff(platform, 'author', 'reviewer')
  const id = await crew.write()
  await crew.edit(id, { title: '甲写的标题' }, writer)
  await crew.edit(id, { title: '乙改了一个字' })
  await submitArticle(platform, crew.author, id)
  await expect(crew.decide(id, writer)).rejects.toEqual(code('own_submission'))
  expect((await readArticle(platform, writer, id)).abilities.decide).toBe(false)
  for (const staff of [crew.reviewer, crew.secrecy, crew.publisher]) await crew.decide(id, staff)
  await publishArticle(platform, crew.publisher, id)
  await crew.edit(id, { title: '更正' })
  await submitArticle(platform, crew.author, id)
  await crew.decide(id, writer)
})

it('the reason of a withdrawal passes the checks of a public text', async () => {
  const id = await crew.published()
  const withReason = (reason: string) => ({ kind: 'notice' as const, reason, mergedIntoId: null })
  for (const reason of ['误发了11010519491231002X的信息', '机密★10年，误发'])
    await expect(withdrawArticle(platform, crew.publisher, id, withReason(reason))).rejects.toEqual(
      code('reason_not_public'),
    )
  const later = scheduleWithdrawal(platform, crew.publisher, id, {
    ...withReason('身份证号11010519491231002X'),
    at: due,
  })
  await expect(later).rejects.toEqual(code('reason_not_public'))
  await withdrawArticle(platform, crew.publisher, id, withReason('内容重复'))
})

it('an item that a fault keeps from moving stops no other, and the fault is counted and thrown', async () => {
  const [poisoned, healthy] = [await crew.approved(), await crew.approved()]
  for (const id of [poisoned, healthy]) await schedulePublishing(platform, crew.publisher, id, due)
  await sql`create function poison() returns trigger language plpgsql as $$
    begin if new.article_id = ${sql.lit(poisoned)} then raise exception 'poisoned'; end if; return new; end $$`.execute(
    platform.db,
  )
  await sql`create trigger poison before insert on published_articles for each row execute function poison()`.execute(
    platform.db,
  )
  await expect(firing()).rejects.toMatchObject({
    errors: [expect.objectContaining({ message: expect.stringContaining(`article ${poisoned}`) })],
  })
  expect([await crew.statusOf(poisoned), await crew.statusOf(healthy)]).toEqual(['scheduled', 'published'])
  expect(await register.metrics()).toMatch(/gongkai_schedule_faults_total\{kind="publish"\} [1-9]/)
})
