import { beforeAll, describe, expect, it } from 'vitest'
import { builtInNotices, calendarOf } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { App } from '#platform/http'
import { answeredChallenge } from '../../test/challenge.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { siteErrorStatuses } from './contract.ts'
import { answerError, forwardError, readOriginal } from './handle-error.ts'
import { answerWithin, assertMove, forwardWithin, siteErrorDueOn } from './site-error.ts'
import { listForStaff } from './store.ts'

let platform: Platform
let app: App
let officer: Staff
let department: number

beforeAll(async () => {
  platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
  app = await createApp(platform)
  officer = await testStaff(platform, 'correspondence_officer')
  const row = { code: 'office', name: '办公室' }
  department = (
    await platform.db.insertInto('departments').values(row).returning('id').executeTakeFirstOrThrow()
  ).id
  return () => app.close()
})

describe('the last days are working days from receipt (rules.md 5.1)', () => {
  const calendar = calendarOf(builtInNotices)
  it.each([
    // A Friday before the Dragon Boat holiday of 2018: Monday 18 June is off.
    ['2018-06-15', '2018-06-19', '2018-06-21'],
    ['2018-06-19', '2018-06-20', '2018-06-22'],
  ])('received %s: passed on by %s, answered by %s', (received, forward, answer) => {
    expect(siteErrorDueOn(calendar, day(received), forwardWithin)).toBe(forward)
    expect(siteErrorDueOn(calendar, day(received), answerWithin)).toBe(answer)
  })
  it('are open where no notice covers the days', () =>
    expect(siteErrorDueOn(calendar, day('2090-01-03'), answerWithin)).toBeNull())
})

it.each(siteErrorStatuses.flatMap((from) => siteErrorStatuses.map((to) => [from, to] as const)))(
  'a report that is %s may become %s, or the move is refused',
  (from, to) => {
    const refused = expect.objectContaining({ code: 'site_error_answered' })
    if (to !== 'received' && from !== 'answered') expect(() => assertMove(from, to)).not.toThrow()
    else expect(() => assertMove(from, to)).toThrow(refused)
  },
)

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: '/site-errors',
    headers: form,
    payload: String(new URLSearchParams(fields)),
  })

/** What a reader sends from the form as the page made it. */
async function filled(changes: Record<string, string> = {}) {
  const { body } = await app.inject('/site-errors/new?page=%2Farticles%2F12')
  const key = /name="key" value="([^"]+)"/.exec(body)?.[1] ?? ''
  return {
    key,
    page: /name="page"[^>]*value="([^"]*)"/.exec(body)?.[1] ?? '',
    kind: 'content',
    words: '第三段年份写错了，我的手机13812345678',
    contact: '王女士 13812345678',
    ...answeredChallenge(body),
    ...changes,
  }
}

it('the footer of a page leads to a form that knows the page; a reader without scripts sends it', async () => {
  const { body } = await app.inject('/guide?x=1')
  expect(body).toContain('href="/site-errors/new?page=%2Fguide%3Fx%3D1"')
  const sent = await post(await filled())
  expect([sent.statusCode, sent.body.includes('2018-06-21')]).toEqual([201, true])
  const [row] = await listForStaff(platform.db, 10)
  expect(row).toMatchObject({ page: '/articles/12', status: 'received', forward_due_on: '2018-06-19' })
  expect(row?.words_public).not.toContain('13812345678')
})

it('the same form twice is kept once; a wrong sum or missing words are said, and what was typed stays', async () => {
  const before = (await listForStaff(platform.db, 100)).length
  const fields = await filled()
  expect([(await post(fields)).statusCode, (await post(fields)).statusCode]).toEqual([201, 201])
  expect(await listForStaff(platform.db, 100)).toHaveLength(before + 1)
  const wrong = await post(await filled({ challengeAnswer: '99' }))
  expect([wrong.statusCode, wrong.body.includes('第三段年份写错了')]).toEqual([422, true])
  const short = await post(await filled({ words: '错' }))
  expect([short.statusCode, short.body.includes('至少五个字')]).toEqual([422, true])
  const trapped = await post(await filled({ website: 'http://spam.example' }))
  expect(trapped.statusCode).toBe(422)
  expect(await listForStaff(platform.db, 100)).toHaveLength(before + 1)
})

it('is passed on, answered, and public only when something was wrong', async () => {
  const [first, second] = await listForStaff(platform.db, 10)
  const [id, other] = [first?.id ?? 0, second?.id ?? 0]
  await expect(forwardError(platform, officer, id, 999_999)).rejects.toMatchObject({
    code: 'site_error_department',
  })
  await forwardError(platform, officer, id, department)
  await answerError(platform, officer, id, { answer: '已经改正，谢谢您。', founded: true })
  await answerError(platform, officer, other, { answer: '经核实没有错误。', founded: false })
  const { body } = await app.inject('/site-errors')
  expect([body.includes('已经改正，谢谢您。'), body.includes('经核实没有错误')]).toEqual([true, false])
  expect(body).not.toContain('13812345678')
  const again = answerError(platform, officer, id, { answer: '再答', founded: true })
  await expect(again).rejects.toMatchObject({ code: 'site_error_answered' })
})

it('only who handles it reads the original, and the read is in the audit log', async () => {
  const id = (await listForStaff(platform.db, 1))[0]?.id ?? 0
  expect(await readOriginal(platform, officer, id)).toMatchObject({ contact: '王女士 13812345678' })
  const read = await platform.db
    .selectFrom('audit_entries')
    .select('action')
    .where('action', '=', 'site_errors.read_original')
    .execute()
  expect(read).toHaveLength(1)
  const author = await testStaff(platform, 'author')
  await expect(readOriginal(platform, author, id)).rejects.toMatchObject({ code: 'not_allowed' })
  await expect(readOriginal(platform, officer, 999_999)).rejects.toMatchObject({ code: 'not_found' })
})
