import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtInNotices, calendarOf, isWorkingDay } from '#calendar'
import { loadIndex, rank } from '#knowledge'
import { addDays, type Day, day } from '#platform/clock'
import { figureOf, getIndicator, yearPeriod } from '#statistics'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { letterListQuery } from './contract.ts'
import { importLetters } from './import-letters.ts'
import { listLetters } from './letter-list.ts'
import { mergeLetter } from './merge-letter.ts'
import { releaseLetter } from './public-version.ts'
import { readLetter } from './read-letter.ts'
import { recordBasis } from './record-basis.ts'
import { unsealOriginal } from './sealed.ts'
import { getLetter } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'))
let files = 0
const file = (rows: (object | string)[]) => {
  const path = join(folder, `${++files}.jsonl`)
  writeFileSync(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return path
}
const letter = (id: string, more = {}) => ({
  id,
  subject: '公积金异地贷款',
  body: '请问怎样提取？我的电话13800138000',
  submitted_at: '2018-03-01T09:00:00',
  reply: '请到缴存地的公积金中心办理提取。',
  replied_at: '2018-03-09T15:00:00',
  ...more,
})

it('keeps the good rows, names the bad ones, seals and masks, imports nothing twice', async () => {
  const platform = await testPlatform()
  const path = file([
    letter('a', { topic: '申报时间' }),
    letter('b', { reply: undefined, replied_at: undefined, mailbox: '局长信箱' }),
    '{',
    letter('c', { replied_at: '2018-02-01' }),
    letter('d', { replied_at: undefined }),
    letter('e', { reply: '' }),
    letter('f', { submitted_at: 'soon' }),
    letter('g', { mailbox: 'nowhere' }),
    letter('h', { submitted_at: '2030-01-01', replied_at: undefined, reply: undefined }),
    letter('i', { replied_at: '2030-01-01' }),
    letter('a'),
    letter('j', { consent: 'maybe' }),
  ])
  const { imported, already, bad } = await importLetters(platform, path)
  expect([imported, already]).toEqual([2, 1])
  expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 not a JSON object',
    '4 replied_at is before submitted_at',
    '5 reply is given but replied_at is missing',
    '6 replied_at is given but reply is missing',
    '7 submitted_at is no time (YYYY-MM-DDTHH:MM:SS)',
    '8 mailbox nowhere is unknown',
    '9 submitted_at is in the future',
    '10 replied_at is in the future',
    '12 consent is neither yes nor no',
  ])
  expect((await importLetters(platform, path)).imported).toBe(0)
  const kept = await platform.db
    .selectFrom('letters')
    .selectAll()
    .where('import_key', '=', 'a')
    .executeTakeFirstOrThrow()
  expect(`${kept.body_public}${kept.original_sealed.toString('utf8')}`).not.toContain('13800138000')
  expect(unsealOriginal(platform, kept.original_sealed).body).toContain('13800138000')
  expect(kept.released).toBe(false)
  expect([kept.status, kept.closed_on, kept.topic]).toEqual(['closed', '2018-03-09', '申报时间'])
  expect(kept.topic_id).not.toBeNull()
  const [first] = rank(await loadIndex(platform.db, 'letters'), '异地公积金怎么提取')
  expect(first?.entry).toBe('a')
})

it('a letter still open runs on the days of its mailbox or topic; one is released by the consent of its row or a recorded basis', async () => {
  const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
  const unanswered = { reply: undefined, replied_at: undefined, submitted_at: '2018-06-11T09:00:00' }
  const rows = [
    letter('open', { ...unanswered, topic: '河道采砂' }),
    letter('yes', { consent: 'yes' }),
    letter('no'),
  ]
  await importLetters(platform, file(rows))
  const known = await platform.db.selectFrom('letters').selectAll().orderBy('id').execute()
  // Ten working days of the mailbox, and five to accept; 18 June is the Dragon Boat Festival.
  expect(known.map(({ accept_due_on, due_on }) => [accept_due_on, due_on])).toEqual([
    ['2018-06-19', known[0]?.due_on],
    [null, null],
    [null, null],
  ])
  const [open, yes, no] = known.map(({ id }) => id) as [number, number, number]
  const officer = await testStaff(platform, 'correspondence_officer')
  const supervisor = await testStaff(platform, 'supervisor')
  const { letter: shown, clock } = await readLetter(platform, officer, open)
  expect([shown.topic, clock?.dueOn]).toEqual(['河道采砂（未对应本单位主题）', '2018-06-19'])
  const query = letterListQuery.parse({ text: 'IMPORT-OPEN' })
  const { items } = await listLetters(platform, officer, query)
  expect(items.map(({ id, topic }) => [id, topic])).toEqual([[open, shown.topic]])
  await mergeLetter(platform, officer, open, 'Import-Yes')
  const release = async (id: number) =>
    releaseLetter(platform, supervisor, id, {
      shown: true,
      version: (await getLetter(platform.db, id)).version,
    })
  await release(yes)
  await expect(release(no)).rejects.toMatchObject({ code: 'no_consent' })
  await recordBasis(platform, officer, no, { basis: 'legal_duty', note: '条例第十九条，公众广泛关注' })
  await release(no)
})

it('mean and median handling time are those of a count by hand', async () => {
  const platform = await testPlatform({ now: '2019-01-15T10:00:00+08:00' })
  const calendar = calendarOf(builtInNotices)
  const rows = Array.from({ length: 60 }, (_, at) => {
    const from = addDays(day('2018-01-20'), at * 4)
    return [from, addDays(from, (at * 7) % 31)] as const
  })
  const path = file(
    rows.map(([from, to], at) =>
      letter(String(at), { submitted_at: `${from}T00:00:01`, replied_at: `${to}T23:00:00` }),
    ),
  )
  expect((await importLetters(platform, path)).imported).toBe(60)
  // Walks day by day; shares nothing with workingDaysBetween but the calendar.
  const walked = (from: Day, to: Day) => {
    let count = 0
    for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) if (isWorkingDay(calendar, on)) count += 1
    return count
  }
  const lengths = rows.map(([from, to]) => walked(from, to)).sort((a, b) => a - b)
  const figure = (key: string) => figureOf(platform.db, getIndicator(key), yearPeriod(2018))
  expect(await figure('letters.mean_handling_working_days')).toBe(
    Math.round(lengths.reduce((a, b) => a + b) / 60),
  )
  expect(await figure('letters.median_handling_working_days')).toBe(
    Math.round(((lengths[29] ?? 0) + (lengths[30] ?? 0)) / 2),
  )
  expect(await figure('letters.mean_handling_working_days')).toBeGreaterThan(5)
})
