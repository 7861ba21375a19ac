import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, day } from '#platform/clock'
import { allowedRoles } from '../../test/allowed-roles.ts'
import { sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from '../foi/builders.ts'
import { builtInNotices } from './built-in-notices.ts'
import type { NoticeDay, NoticePreview } from './contract.ts'
import { insertNotice } from './notice-store.ts'

// 19 April 2019, before the amended notice of Labour Day (issued 2019-03-22) was loaded here.
const platform = await testPlatform({ now: '2019-04-19T10:00:00+08:00' })
const app = await createApp(platform)
let headers: { cookie: string }
const off = (text: string, name: string): NoticeDay => ({ day: day(text), kind: 'off', name })
const makeUp = (text: string, name: string): NoticeDay => ({ day: day(text), kind: 'make_up', name })
const labourDay = {
  year: 2019,
  covers: 'named_holidays',
  issuedOn: '2019-03-22',
  source: '国务院办公厅关于调整2019年劳动节假期安排的通知',
  documentNumber: '国办发明电〔2019〕3号',
  url: 'https://www.gov.cn/',
  days: [
    ...['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04'].map((text) => off(text, '劳动节')),
    ...['2019-04-28', '2019-05-05'].map((text) => makeUp(text, '劳动节')),
  ],
}
const send = (url: string, payload: object) =>
  app.inject({ method: 'POST', url: `/api/staff/calendar/notices${url}`, headers, payload })
const preview = async (notice: object) => (await send('/preview', notice)).json<NoticePreview>()
const codeOf = (answer: { json(): { code?: string } }) => answer.json().code

beforeAll(async () => {
  const loader = await testStaff(platform, 'system_administrator')
  await platform.inTransaction(async (tx) => {
    for (const notice of builtInNotices.filter(
      ({ year, version }) => year < 2019 || (year === 2019 && version === 1),
    ))
      await insertNotice(tx, notice, loader.id, platform.clock.now())
  })
  headers = (await signedIn(app, platform, 'foi_officer')).headers
})

describe('the notice of 2019-03-22 moves Labour Day', () => {
  it('shows what would change, and changes nothing yet', async () => {
    const officer = await testStaff(platform, 'foi_officer')
    // Order 492: 15 working days from 2019-04-08 end on 04-29; with 04-28 worked, on 04-28.
    const { number } = await builtCase(platform, officer, '2019-04-08')
    const receipt = await sendLetter(platform)
    const answer = await preview(labourDay)
    expect(answer.changes).toEqual([
      { day: '2019-04-28', working: true, name: '劳动节' },
      { day: '2019-05-02', working: false, name: '劳动节' },
      { day: '2019-05-03', working: false, name: '劳动节' },
      { day: '2019-05-05', working: true, name: '劳动节' },
    ])
    expect(
      answer.moved.map(({ label, items }) => [label, items.map((i) => [i.number, i.before, i.after])]),
    ).toEqual([
      ['依申请公开', [[number, '2019-04-29', '2019-04-28']]],
      ['群众来信', [[receipt.number, '2019-04-30', '2019-04-29']]],
    ])
    expect([answer.version, answer.warnings]).toEqual([2, []])
    expect(await preview(labourDay)).toEqual(answer)
  })

  it('refuses a preview that is not true any more, then loads it and moves the dates', async () => {
    const { stamp } = await preview(labourDay)
    const old = await send('', { notice: labourDay, stamp: '00000000-0000-4000-8000-000000000000' })
    expect([old.statusCode, codeOf(old)]).toEqual([409, 'notice_preview_old'])
    expect((await send('', { notice: labourDay, stamp })).statusCode).toBe(201)
    const letter = await platform.db.selectFrom('letters').select('due_on').executeTakeFirstOrThrow()
    expect(letter.due_on).toBe('2019-04-29')
    const register = await app.inject({ url: '/api/staff/foi/requests', headers })
    expect(register.json().items[0].dueOn).toBe('2019-04-28')
  })

  it('leaves a log line with what was moved', async () => {
    const entry = await platform.db
      .selectFrom('audit_entries')
      .select(['subject_id', 'detail'])
      .where('action', '=', 'calendar.load_notice')
      .executeTakeFirstOrThrow()
    expect(entry.subject_id).toBe('2019-2')
    expect(entry.detail).toMatchObject({
      became_off: ['2019-05-02', '2019-05-03'],
      became_working: ['2019-04-28', '2019-05-05'],
      recomputed: { foi: { moved: 1 }, letters: { moved: 1 } },
    })
  })

  it('keeps the other holidays of the year: Spring Festival with both make-up days', async () => {
    const { notices } = (await app.inject({ url: '/api/staff/calendar', headers })).json()
    const [inForce, before] = notices
    expect([inForce.version, inForce.inForce, before.version, before.inForce]).toEqual([2, true, 1, false])
    expect(Object.keys(inForce.daysOff)).toEqual(
      expect.arrayContaining(['2019-02-04', '2019-02-10', '2018-12-31']),
    )
    expect(Object.keys(inForce.makeUpWorkdays)).toEqual(
      expect.arrayContaining(['2019-02-02', '2019-02-03', '2018-12-29']),
    )
  })

  it('the same again is nothing new', async () => {
    expect(codeOf(await send('/preview', labourDay))).toBe('notice_unchanged')
  })
})

describe('a new year', () => {
  const year2020 = builtInNotices.find(({ year }) => year === 2020)
  const rows = (days: Record<string, string>, kind: NoticeDay['kind']) =>
    Object.entries(days).map(([text, name]) => ({ day: text as Day, kind, name }))
  const notice = {
    ...{ year: 2020, covers: 'whole_year', issuedOn: '2019-11-21', source: '2020年通知' },
    days: [...rows(year2020?.daysOff ?? {}, 'off'), ...rows(year2020?.makeUpWorkdays ?? {}, 'make_up')],
  }

  it('a year in between is missing', async () => {
    const days = [off('2021-01-01', '元旦')]
    expect(codeOf(await send('/preview', { ...notice, year: 2021, days }))).toBe('notice_year_gap')
  })

  it('reaches further, warns about a holiday that is not named, and gives undated items a date', async () => {
    const officer = await testStaff(platform, 'foi_officer')
    const { horizon, warnings } = await preview(notice)
    expect(horizon).toBe('2020-12-31')
    // 2020: 中秋 fell inside 国庆.
    expect(warnings).toEqual(['没有列出 中秋 的放假日，请核对通知原文。'])
    const { number } = await builtCase(platform, officer, '2019-04-18')
    await platform.db
      .updateTable('foi_requests')
      .set({ received_on: day('2019-12-25') })
      .where('number', '=', number)
      .execute()
    const { moved } = await preview(notice)
    // 15 working days from 2019-12-25 over New Year's Day and the make-up Sunday of 19 January 2020.
    expect(moved[0]?.items.map(({ before, after }) => [before, after])).toEqual([[null, '2020-01-16']])
  })

  it.each([
    [
      'a day twice',
      [off('2020-01-01', '元旦'), makeUp('2020-01-01', '元旦')],
      '第 2 行：2020-01-01 重复出现',
    ],
    ['another year', [off('2019-12-24', '元旦')], '第 1 行：2019-12-24 不在 2020 年（含上一年12月25日以后）'],
    [
      'a make-up Monday',
      [makeUp('2020-01-06', '春节')],
      '第 1 行：2020-01-06 本来就是周一至周五，不会是调休上班',
    ],
  ])('refuses %s and names the line', async (_, days, said) => {
    const answer = await send('/preview', { ...notice, days })
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'notice_days_wrong'])
    expect(Object.values(answer.json().fields)).toContain(said)
  })
})

it('who may load a notice: system administrator and disclosure officer; every member of staff sees the days', async () => {
  const allowed = await allowedRoles(app, platform)
  const managers = ['foi_officer', 'system_administrator']
  expect(await allowed({ method: 'GET', url: '/api/staff/calendar' })).toHaveLength(12)
  for (const [url, payload] of [
    ['/preview', labourDay],
    ['', { notice: labourDay, stamp: '00000000-0000-4000-8000-000000000000' }],
    ['/file', {}],
  ] as const)
    expect(await allowed({ method: 'POST', url: `/api/staff/calendar/notices${url}`, payload })).toEqual(
      managers,
    )
})
