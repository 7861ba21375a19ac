import { beforeAll, expect, it } from 'vitest'
import { yearFigures } from '#annual-report'
import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import { testPlatform } from '../test/platform.ts'
import type { Office } from './contacts/letter-life.ts'
import { makeYear } from './contacts/make-year.ts'
import { makeTaxonomy } from './contacts/taxonomy.ts'
import { makeAnswers } from './make-answers.ts'
import { makeStaff } from './make-staff.ts'
import { officeDays } from './office-days.ts'
import { leaveAnswers } from './work/answers.ts'
import { leaveContacts } from './work/contacts.ts'
import { callTexts } from './writing/call-texts.ts'
import { letterTopics } from './writing/letter-texts.ts'

let platform: Platform
beforeAll(async () => {
  platform = await testPlatform({ now: '2019-03-04T08:30:00+08:00' })
  const office = await platform.inTransaction(async (tx): Promise<Office> => {
    const people = await makeStaff(tx)
    const rows = await tx.selectFrom('departments').select(['code', 'id']).execute()
    return {
      people,
      calendar: await workingCalendar(tx),
      topics: await makeTaxonomy(tx),
      departments: new Map(rows.map(({ code, id }) => [code, id])),
    }
  })
  await makeYear(platform, office, await makeAnswers(platform, office.people))
  const days = officeDays(office.calendar, day('2019-01-24'), day('2019-03-03'))
  await leaveContacts(platform, office, days)
  await leaveAnswers(platform, office.people, days)
}, 300_000)
const count = async (of: string): Promise<number> =>
  Number((await sql.raw<{ count: string }>(`select ${of}`).execute(platform.db)).rows[0]?.count)
const letters = `from letters where received_on between '2018-01-01' and '2018-12-31'`
const calls = `from calls where on_day between '2018-01-01' and '2018-12-31'`

it('letters and calls of 2018 are as many and as fast as in the source', async () => {
  expect(await yearFigures(platform.db, 2018)).toMatchObject({
    'letters.received': 495,
    'letters.reply_rate_percent': 100,
    'letters.mean_handling_working_days': 7,
    'hotline.answered': 1392,
  })
})

it.each([
  [
    'every letter has a topic of the third level and a department',
    `count(*) ${letters} and (topic_id is null or department_id is null)`,
    0,
    0,
  ],
  ['several departments answer', `count(distinct department_id) ${letters}`, 8, 9],
  ['most letters are in time, and some are not', `count(*) ${letters} and replied_on <= due_on`, 430, 480],
  ['texts differ: titles', `count(distinct subject_public) ${letters}`, 60, 495],
  ['texts differ: letters', `count(distinct body_public) ${letters}`, 150, 495],
  ['texts differ: replies', `count(distinct reply_public) ${letters}`, 300, 495],
  ['readers rate', `count(*) ${letters} and rating is not null`, 180, 260],
  [
    'bad ratings are followed up',
    `count(*) from letter_follow_ups where cause = 'bad_rating' and closed_on is not null`,
    15,
    50,
  ],
  ['some letters repeat others', `count(*) ${letters} and status = 'merged'`, 9, 9],
  ['some are supervised', `count(*) from letter_events where kind = 'supervised'`, 10, 60],
  ['some came by telephone', `count(*) ${calls} and letter_id is not null`, 14, 14],
  ['three people take calls', `count(distinct agent_id) ${calls}`, 3, 3],
  ['each call has somebody who took it', `count(*) ${calls} and agent_id is null`, 0, 0],
  ['the desk reads out reference answers', `count(*) ${calls} and from_entry is not null`, 500, 900],
  ['callers differ', `count(distinct caller_key) ${calls}`, 300, 640],
  ['calls differ', `count(distinct content_masked) ${calls}`, 400, 1392],
  [
    'nobody calls at night or at noon',
    `count(*) ${calls} and extract(hour from called_at at time zone 'Asia/Shanghai') not in (9, 10, 11, 14, 15, 16, 17)`,
    0,
    0,
  ],
])('%s', async (_, of, least, most) => {
  const counted = await count(of)
  expect(counted).toBeGreaterThanOrEqual(least)
  expect(counted).toBeLessThanOrEqual(most)
})

it('numbers run with the days', async () => {
  const { rows } = await sql
    .raw<{ number: string }>(`select number ${letters} order by submitted_at, id`)
    .execute(platform.db)
  const numbers = rows.map(({ number }) => number)
  expect(numbers).toEqual([...numbers].sort())
})

it('today there is a letter in every state that somebody has to do something about', async () => {
  const { rows } = await sql
    .raw<{ status: string }>(`select distinct status from letters where received_on > '2019-01-01'`)
    .execute(platform.db)
  const open = ['received', 'handling', 'in_approval', 'replied', 'routed']
  expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(open))
  const waits = [
    `count(*) from letters where supervised`,
    `count(*) from letter_follow_ups where closed_on is null`,
    `count(*) from letter_dispatches where ended_as = 'returned'`,
    `count(*) from letters where status = 'handling' and due_on < '2019-03-04'`,
    `count(*) from calls where awaits_registration`,
    `count(*) from knowledge_entries where status = 'draft'`,
    `count(*) from knowledge_entries where status = 'suspended'`,
    `count(*) from knowledge_entries where valid_until between '2019-03-04' and '2019-03-18'`,
    `count(*) from knowledge_digests where until_on = '2019-03-03' and jsonb_array_length(content->'most') > 0`,
  ]
  for (const of of waits) expect([of, (await count(of)) > 0]).toEqual([of, true])
})

it('every text of a letter and a call is used, and none names a slot that is not filled', async () => {
  expect(letterTopics.flatMap(({ texts }) => texts).length).toBeGreaterThanOrEqual(40)
  expect(callTexts.length).toBeGreaterThanOrEqual(30)
  expect(
    await count(`count(*) from letters where subject_public || body_public || reply_public ~ '[{}]'`),
  ).toBe(0)
  expect(await count(`count(*) from calls where content_masked || answer ~ '[{}]'`)).toBe(0)
  const { rows } = await sql
    .raw<{ question: string }>('select question from knowledge_entries')
    .execute(platform.db)
  const known = new Set(rows.map(({ question }) => question))
  expect(callTexts.filter(({ entry }) => entry && !known.has(entry))).toEqual([])
})

it('a few dozen talks, most answered within minutes, some that nobody waited for', async () => {
  expect(await count('count(*) from chat_talks')).toBe(48)
  expect(await count("count(*) from chat_talks where status <> 'closed'")).toBe(0)
  const answered = await count('count(*) from chat_facts where answered and first_reply_minutes < 10')
  expect(answered).toBeGreaterThan(36)
  expect(await count('count(*) from chat_facts where not answered')).toBe(48 - answered)
  expect(await count('count(*) from chat_facts where solved')).toBeGreaterThan(10)
})

it('calls, talks and entries speak of topics in the words of the taxonomy', async () => {
  const given = ['calls', 'chat_talks', 'knowledge_entries'].map((table) => `select topic from ${table}`)
  expect(
    await count(`count(*) from (${given.join(' union ')}) given
      where topic <> '' and topic not in (select name from letter_topics where in_use)`),
  ).toBe(0)
})

it('a call that is handed over goes to a department, which answered those of 2018 and not yet all of the last days', async () => {
  const handed = `from calls where outcome = 'transferred'`
  expect(await count(`count(*) ${handed} and unit_id is null`)).toBe(0)
  expect(await count(`count(*) ${handed} and on_day < '2019-01-01' and result_on is null`)).toBe(0)
  expect(await count(`count(*) ${handed} and result_on > due_on`)).toBeGreaterThan(0)
  expect(await count(`count(*) ${handed} and result_on is null`)).toBeGreaterThan(0)
})
