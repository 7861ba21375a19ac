import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { type Day, day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { approveAnswer, builtCase } from './builders.ts'
import { claimPayment } from './claim-payment.ts'
import { clockEvent, type EventOf } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { closeConsultation, recordConsultationDelivery, sendConsultation } from './consultations/consult.ts'
import { overrideRefusal, recordOverrideNotice } from './consultations/override-refusal.ts'
import * as contract from './contract.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { extend, proposeExtension, setLaterDate } from './extend.ts'
import { recordCosts } from './fee/record-costs.ts'
import { sendFeeNotice } from './fee/send-fee-notice.ts'
import { assignRequest, recordSearch } from './handle-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import * as releaseContract from './release/contract.ts'
import { reassess } from './release/reassess.ts'
import { recordRemedy, recordRemedyResult } from './remedies.ts'
import { reopenRequest } from './reopen-request.ts'
import { setValues } from './uncertain/set-values.ts'

/** Today is Monday 2026-03-02. The notices end with 2026; days are counted two years further (`caseCalendar`). */
const today = '2026-03-02'
const tomorrow = '2026-03-03'
const beyond = '2029-01-01'
const received = '2026-02-25'
const dayBefore = '2026-02-24'

let platform: Platform
let officer: Staff
let supervisor: Staff
/** Cases, each standing where one date is asked for. A refused date changes nothing, so that each serves all its rows. */
const at: Record<string, number> = {}
const part: Record<string, number> = {}

const values = {
  opinionWithin492: 10,
  payWithin: 5,
  feeFrom: day('2021-01-01'),
  lookAgainAfter: 180,
  basis: '核对原文',
}
const event = (kind: string, on: string, more = {}) => clockEvent.parse({ kind, on, ...more })
const newCase = async (receivedOn = received) => (await builtCase(platform, officer, receivedOn)).id
const set = (id: number, values: object) =>
  platform.db.updateTable('foi_requests').set(values).where('id', '=', id).execute()

beforeAll(async () => {
  platform = await testPlatform({ now: `${today}T10:00:00+08:00` })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
  const department = { code: 'law', name: '法规处', position: 1 }
  part.department = (
    await platform.db.insertInto('departments').values(department).returning('id').executeTakeFirstOrThrow()
  ).id
  at.handling = await newCase()
  at.old = await newCase('2019-05-13')
  await set(at.old, { status: 'answered', outcome: 'granted', answered_on: '2019-06-03' })
  at.letter = (
    await builtCase(platform, officer, received, {
      channel: 'letter',
      arrivedOn: day(received),
      receivedOn: null,
    })
  ).id
  at.proposed = await newCase()
  await proposeExtension(platform, officer, at.proposed, { workingDays: 5, reason: '需要汇总' })
  at.fee = await newCase()
  await recordClockEvent(platform, officer, at.fee, event('fee_notice', '2026-02-26', { amount: 100 }))
  at.correction = await newCase()
  const notice = { items: '年度', respondBy: '2026-03-20' }
  await recordClockEvent(platform, officer, at.correction, event('correction_notice', '2026-02-26', notice))
  at.reasons = await newCase()
  await recordClockEvent(platform, officer, at.reasons, event('reasons_asked', '2026-02-26'))
  await recordClockEvent(
    platform,
    officer,
    at.reasons,
    event('reasons_weighed', '2026-02-27', { found: 'reasonable' }),
  )
  await consulted()
  await answered()
})

async function consulted() {
  const letter = {
    kind: 'third_party',
    name: '甲公司',
    contact: '',
    isPerson: false,
    letter: '请反馈',
  } as const
  at.consulting = await newCase()
  await sendConsultation(platform, officer, at.consulting, { ...letter, on: day('2026-02-27') })
  at.overridden = await newCase()
  await sendConsultation(platform, officer, at.overridden, { ...letter, on: day('2026-02-26') })
  for (const { id, request_id } of await platform.db.selectFrom('foi_consultations').selectAll().execute())
    part[request_id === at.consulting ? 'consulting' : 'overridden'] = id
  const refuses = { on: day('2026-02-27'), opinion: 'refuses', reasons: '涉及商业秘密' } as const
  await closeConsultation(platform, officer, at.overridden, part.overridden ?? 0, refuses)
  await overrideRefusal(platform, supervisor, at.overridden, part.overridden ?? 0, '涉及公共安全')
}

async function answered() {
  at.approved = await newCase()
  await draftAnswer(
    platform,
    officer,
    at.approved,
    contract.answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。' }),
  )
  await approveAnswer(platform, supervisor, at.approved)
  at.answered = await newCase()
  await set(at.answered, { status: 'answered', outcome: 'refused_internal', answered_on: '2026-02-27' })
  const remedy = {
    requestId: at.answered,
    kind: 'lawsuit_direct',
    filedOn: day('2026-02-27'),
    note: '',
  } as const
  part.remedy = (await recordRemedy(platform, officer, remedy)).id
}

const id = (name: string) => at[name] ?? 0
const told = { reason: '需要汇总', toldBy: 'post' }
const register = (more: object) => builtCase(platform, officer, received, more)
const record = (where: string, kind: string, on: Day, more = {}) =>
  recordClockEvent(platform, officer, id(where), event(kind, on, more))
/** The extension, or the later date, asked at once and not by promise: both are refused alike. */
const granted = async (kind: string, where: string, on: string, more: object) => {
  const given = event(kind, on, { ...told, toldOn: on, ...more })
  if (kind === 'extension') await extend(platform, supervisor, id(where), given as EventOf<'extension'>)
  else await setLaterDate(platform, supervisor, id(where), given as EventOf<'volume_date_set'>)
}
const remedyOf = (requestId: number | null, filedOn: Day) =>
  recordRemedy(platform, officer, { requestId, kind: 'complaint', filedOn, note: '' })
const reopen = (more: object) =>
  reopenRequest(
    platform,
    supervisor,
    id('answered'),
    contract.reopeningInput.parse({ reason: '答复有误', ...more }),
  )
const look = (more: object) =>
  reassess(
    platform,
    officer,
    id('answered'),
    releaseContract.reassessmentInput.parse({
      on: today,
      result: 'still_withheld',
      reason: '仍需保密',
      ...more,
    }),
  )
const consultation = {
  kind: 'other_agency',
  name: '乙局',
  contact: '',
  isPerson: false,
  letter: '请反馈',
} as const
const fee = { method: 'per_page', quantity: 500, way: '银行' } as const
const search = { place: '档案室', result: '未检索到' }

/** Field of a contract → what is done with the day, and which days are refused by which code. */
type Row = [field: string, run: (on: Day) => Promise<unknown>, refusedDays: Record<string, string>]
const past = (code: string, before: string, early = 'event_before_receipt') => ({
  [tomorrow]: code,
  [beyond]: code,
  [before]: early,
})
const rows: Row[] = [
  [
    'registrationInput.arrivedOn',
    (on) => register({ arrivedOn: on }),
    past('receipt_in_future', '2008-04-30', 'before_the_regulation'),
  ],
  [
    'registrationInput.arrivedOn',
    (on) => register({ channel: 'letter', arrivedOn: on, receivedOn: null }),
    past('receipt_in_future', '2008-04-30', 'before_the_regulation'),
  ],
  [
    'registrationInput.receivedOn',
    (on) => register({ channel: 'fax', receivedOn: on, confirmationNote: '电话' }),
    past('receipt_in_future', dayBefore, 'receipt_before_arrival'),
  ],
  [
    'confirmationInput.receivedOn',
    (on) => confirmReceipt(platform, officer, id('letter'), { receivedOn: on, note: '电话' }),
    past('receipt_in_future', dayBefore, 'receipt_before_arrival'),
  ],
  [
    'assignmentInput.internalDueOn',
    (on) =>
      assignRequest(platform, officer, id('handling'), {
        departmentId: part.department ?? 0,
        handlerId: null,
        internalDueOn: on,
      }),
    {
      '2026-03-01': 'internal_due_past',
      '2026-03-25': 'internal_due_after_answer',
      [beyond]: 'date_beyond_calendar',
    },
  ],
  [
    'searchInput.on',
    (on) => recordSearch(platform, officer, id('handling'), { on, ...search }),
    past('event_in_future', dayBefore),
  ],
  [
    'consultationInput.on',
    (on) => sendConsultation(platform, officer, id('handling'), { ...consultation, on }),
    past('event_in_future', dayBefore),
  ],
  [
    'opinionInput.on',
    (on) =>
      closeConsultation(platform, officer, id('consulting'), part.consulting ?? 0, {
        on,
        opinion: 'agrees',
        reasons: '',
      }),
    past('event_in_future', '2026-02-26'),
  ],
  [
    'onInput.on',
    (on) => recordConsultationDelivery(platform, officer, id('consulting'), part.consulting ?? 0, on),
    past('event_in_future', '2026-02-26'),
  ],
  [
    'onInput.on',
    (on) => recordOverrideNotice(platform, officer, id('overridden'), part.overridden ?? 0, on),
    past('event_in_future', '2026-03-01', 'notice_before_decision'),
  ],
  [
    'feeNoticeInput.on',
    (on) => sendFeeNotice(platform, officer, id('handling'), { ...fee, on }),
    past('event_in_future', dayBefore),
  ],
  [
    'costsInput.on',
    (on) => recordCosts(platform, officer, id('old'), { on, amount: 10 }),
    past('event_in_future', '2019-05-12', 'costs_before_receipt'),
  ],
  [
    'deliveryInput.on',
    (on) => deliverAnswer(platform, officer, id('approved'), { on, by: 'counter', proof: '签收' }),
    past('delivery_before_answer', '2026-03-01', 'delivery_before_answer'),
  ],
  [
    'reopeningInput.on',
    (on) => reopen({ on }),
    past('event_in_future', '2026-02-26', 'reopen_before_answer'),
  ],
  [
    'reopeningInput.answerBy',
    (answerBy) => reopen({ answerBy }),
    { '2026-03-01': 'ordered_day_past', [beyond]: 'date_beyond_calendar' },
  ],
  [
    'remedyInput.filedOn',
    (on) => remedyOf(id('answered'), on),
    past('remedy_dates', dayBefore, 'remedy_before_request'),
  ],
  [
    'remedyInput.filedOn',
    (on) => remedyOf(null, on),
    past('remedy_dates', '2008-04-30', 'remedy_before_request'),
  ],
  [
    'remedyResultInput.decidedOn',
    (decidedOn) => recordRemedyResult(platform, officer, part.remedy ?? 0, { result: 'upheld', decidedOn }),
    past('remedy_dates', '2026-02-26', 'remedy_dates'),
  ],
  [
    'reassessmentInput.on',
    (on) => look({ on }),
    past('reassessment_dates', '2026-02-26', 'reassessment_dates'),
  ],
  [
    'reassessmentInput.nextOn',
    (nextOn) => look({ nextOn }),
    { [today]: 'reassessment_dates', [beyond]: 'date_beyond_calendar' },
  ],
  [
    'clockEvent.correction_notice.on',
    (on) => record('handling', 'correction_notice', on, { items: '年度', respondBy: '2026-03-20' }),
    past('event_in_future', dayBefore),
  ],
  [
    'clockEvent.correction_notice.respondBy',
    (respondBy) => record('handling', 'correction_notice', day(today), { items: '年度', respondBy }),
    { [today]: 'respond_by_past', [beyond]: 'date_beyond_calendar' },
  ],
  [
    'clockEvent.correction_received.on',
    (on) => record('correction', 'correction_received', on),
    past('event_in_future', '2026-02-25'),
  ],
  [
    'clockEvent.extension.on',
    (on) => granted('extension', 'handling', on, { workingDays: 5, toldOn: today }),
    past('told_on_impossible', dayBefore),
  ],
  [
    'clockEvent.extension.on',
    (on) => granted('extension', 'proposed', on, { workingDays: 5 }),
    { '2026-03-01': 'approved_before_proposed' },
  ],
  [
    'clockEvent.extension.toldOn',
    (toldOn) => granted('extension', 'handling', '2026-02-27', { workingDays: 5, toldOn }),
    past('told_on_impossible', '2026-02-26', 'told_on_impossible'),
  ],
  ['clockEvent.fee_paid.on', (on) => record('fee', 'fee_paid', on), past('event_in_future', '2026-02-25')],
  [
    'clockEvent.reasons_asked.on',
    (on) => record('handling', 'reasons_asked', on),
    past('event_in_future', dayBefore),
  ],
  [
    'clockEvent.reasons_weighed.on',
    (on) => record('reasons', 'reasons_weighed', on, { found: 'reasonable' }),
    past('event_in_future', '2026-02-26'),
  ],
  [
    'clockEvent.volume_date_set.on',
    (on) => granted('volume_date_set', 'reasons', on, { until: '2026-06-30', toldOn: today }),
    past('told_on_impossible', '2026-02-26'),
  ],
  [
    'clockEvent.volume_date_set.toldOn',
    (toldOn) => granted('volume_date_set', 'reasons', today, { until: '2026-06-30', toldOn }),
    past('told_on_impossible', '2026-03-01', 'told_on_impossible'),
  ],
  [
    'clockEvent.volume_date_set.until',
    (until) => granted('volume_date_set', 'reasons', today, { until }),
    { '2026-03-24': 'volume_date_early', [beyond]: 'date_beyond_calendar' },
  ],
  [
    'valuesInput.fromDay',
    (fromDay) => setValues(platform, supervisor, { ...values, fromDay }),
    { '2026-03-01': 'values_back_dated' },
  ],
  [
    'paidOn of the applicant',
    (paidOn) => claimPayment(platform, id('fee'), { paidOn, payment: '回单' }),
    past('event_in_future', '2026-02-25', 'payment_before_notice'),
  ],
]

/** Case, door and day make the name. */
const tried = rows.flatMap(([field, run, days]) =>
  Object.entries(days).map(([on, code]) => [field, on, code, run] as const),
)

describe('every day that can be typed: in the future, before what it follows, beyond the calendar', () => {
  it.each(tried)('%s %s: %s', async (_field, on, code, run) => {
    await expect(run(day(on))).rejects.toEqual(expect.objectContaining({ code }))
  })

  it('leaves out no field of the contracts that takes a day', () => {
    // What these tell has a door of its own (`api/handling-routes.ts`), with a contract of its own.
    const ownDoor = /^clockEvent\.(consultation_|fee_notice|reopened)/
    // The first day of a measure is what the law says, whatever day that is.
    const ofTheLaw = 'valuesInput.feeFrom'
    const known = new Set(rows.map(([field]) => field))
    const missing = dayFields().filter(
      (field) => !ownDoor.test(field) && field !== ofTheLaw && !known.has(field),
    )
    expect(missing).toEqual([])
    expect(dayFields().length).toBeGreaterThan(30)
  })
})

/** What takes a day and refuses one that does not exist. */
function dayFields(): string[] {
  const objects = Object.entries<unknown>({ ...contract, ...releaseContract }).flatMap(([name, schema]) =>
    schema instanceof z.ZodObject ? [{ name, shape: schema.shape }] : [],
  )
  const events = clockEvent.options.map(({ shape }) => ({ name: `clockEvent.${shape.kind.value}`, shape }))
  const takes = (field: z.core.$ZodType, text: string) => z.safeParse(field, text).success
  return [...objects, ...events].flatMap(({ name, shape }) =>
    Object.entries<z.core.$ZodType>(shape)
      .filter(([, field]) => takes(field, '2026-02-27') && !takes(field, '2026-02-30'))
      .map(([field]) => `${name}.${field}`),
  )
}
