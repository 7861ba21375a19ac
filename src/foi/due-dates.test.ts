import { expect, it } from 'vitest'
import { builtInNotices } from '#calendar'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtApplication, builtCase } from './builders.ts'
import { clockEvent } from './clock/event.ts'
import { sendConsultation } from './consultations/consult.ts'
import { consultationInput, registrationInput } from './contract.ts'
import { sendFeeNotice } from './fee/send-fee-notice.ts'
import { readRequest } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { registerRequest } from './register-request.ts'

// Received 2026-05-06: 05-09 is worked, 06-19 to 06-21 are off. In May 2026 a notice takes Friday 05-15 off and works Saturday 05-16 and Sunday 05-24 in its place.
const today = day('2026-05-12')
const platform = await testPlatform({ now: '2026-05-12T10:00:00+08:00' })
const officer = await testStaff(platform, 'foi_officer')
const logOf = async (id: number) =>
  (await readRequest(platform, officer, id)).events.filter(({ kind }) => kind === 'due_date_recomputed')

it('a notice changed in May: every open case whose date moved says from when to when, by which notice', async () => {
  const { id: running } = await builtCase(platform, officer, '2026-05-06')
  const { id: asking } = await builtCase(platform, officer, '2026-05-06')
  const { id: charged } = await builtCase(platform, officer, '2026-05-06')
  const { id: waiting } = await builtCase(platform, officer, '2026-05-06')
  const party = { kind: 'third_party', name: '某公司', letter: '征求意见', on: '2026-05-07' }
  await sendConsultation(platform, officer, asking, consultationInput.parse(party))
  const fee = { on: today, method: 'per_page', quantity: 31, way: '凭缴款码缴入国库' } as const
  await sendFeeNotice(platform, officer, charged, fee)
  const notice = { kind: 'correction_notice', on: today, items: '年度', respondBy: '2026-06-05' }
  await recordClockEvent(platform, officer, waiting, clockEvent.parse(notice))
  const arrived = { ...platform, clock: fixedClock('2026-05-15T10:00:00+08:00') }
  const { id: unconfirmed } = await registerRequest(
    arrived,
    officer,
    registrationInput.parse({
      ...builtApplication(),
      channel: 'letter',
      arrival: 'ordinary',
      arrivedOn: '2026-05-15',
    }),
  )
  const states = new Map<number, Awaited<ReturnType<typeof readRequest>>['mayRecord']>()
  for (const id of [running, asking, charged])
    states.set(id, (await readRequest(platform, officer, id)).mayRecord)

  await load()
  const cause = { source: '关于调整放假安排的通知', documentNumber: '国办发明电〔2026〕9号', version: 2 }
  const line = (...dates: object[]) => [{ on: today, detail: { notice: cause, dates } }]
  expect(await logOf(running)).toMatchObject(
    line({ what: '答复期限', before: '2026-06-02', after: '2026-06-01' }),
  )
  expect(await logOf(asking)).toMatchObject(
    line(
      { what: '答复期限', before: '2026-06-24', after: '2026-06-23' },
      { what: '征求意见的期限', before: '2026-05-27', after: '2026-05-26' },
    ),
  )
  expect(await logOf(charged)).toMatchObject(
    line({ what: '申请人缴费的期限', before: '2026-06-09', after: '2026-06-08' }),
  )
  expect(await logOf(unconfirmed)).toMatchObject(
    line({ what: '与申请人确认收到的期限', before: '2026-05-15', after: '2026-05-16' }),
  )
  // Its one date was named in the notice to the applicant.
  expect(await logOf(waiting)).toEqual([])
  // The line itself moves nothing: what may be recorded stays, the date is the replayed one.
  for (const [id, mayRecord] of states)
    expect((await readRequest(platform, officer, id)).mayRecord).toEqual(mayRecord)
  expect((await readRequest(platform, officer, running)).due?.dueOn).toBe('2026-06-01')
})

async function load() {
  const app = await createApp(platform)
  const { headers } = await signedIn(app, platform, 'foi_officer')
  const send = (url: string, payload: object) =>
    app.inject({ method: 'POST', url: `/api/staff/calendar/notices${url}`, headers, payload })
  const known = builtInNotices.findLast(({ year }) => year === 2026)
  const rows = (days: Record<string, string> = {}, kind: string) =>
    Object.entries(days).map(([on, name]) => ({ day: on, kind, name }))
  const notice = {
    year: 2026,
    covers: 'whole_year',
    issuedOn: '2026-05-11',
    source: '关于调整放假安排的通知',
    documentNumber: '国办发明电〔2026〕9号',
    days: [
      ...rows({ ...known?.daysOff, '2026-05-15': '测试' }, 'off'),
      ...rows({ ...known?.makeUpWorkdays, '2026-05-16': '测试', '2026-05-24': '测试' }, 'make_up'),
    ],
  }
  const { stamp } = (await send('/preview', notice)).json()
  expect((await send('', { notice, stamp })).statusCode).toBe(201)
}
