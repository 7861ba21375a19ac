import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes } from '../../test/request-form.ts'
import { testStaff } from '../../test/staff.ts'
import { latestAnswer } from './answer-store.ts'
import { builtCase } from './builders.ts'
import { addCaseFile, openCaseFile } from './case-files.ts'
import { claimPayment } from './claim-payment.ts'
import { clockEvent } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { type AnswerInput, answerInput, type DeliveryInput, registrationInput } from './contract.ts'
import { decideAnswer } from './decide-answer.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { caseCalendar, clockOf } from './events.ts'
import { extend, proposeExtension } from './extend.ts'
import { sendFeeNotice } from './fee/send-fee-notice.ts'
import { assignRequest, claimRequest, giveBackRequest } from './handle-request.ts'
import { readRequest } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { rerouteRequest } from './reroute.ts'
import { reviewLaw } from './review-law.ts'

let platform: Platform
let officer: Staff
let lawyer: Staff
let supervisor: Staff
const today = day('2026-03-02')
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  lawyer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const answer = (more: object = {}) =>
  answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。', ...more })
const newCase = (receivedOn = '2026-02-25', more = {}) => builtCase(platform, officer, receivedOn, more)
const hashOf = async (id: number) => (await latestAnswer(platform.db, id))?.contentHash ?? ''
const decide = async (id: number) =>
  decideAnswer(platform, supervisor, id, { decision: 'approved', contentHash: await hashOf(id), reason: '' })
const review = async (staff: Staff, id: number, verdict: 'agrees' | 'objects', opinion = '') =>
  reviewLaw(platform, staff, id, { verdict, contentHash: await hashOf(id), opinion })
const deliver = (id: number, by: DeliveryInput['by'], proof: string) =>
  deliverAnswer(platform, officer, id, { on: today, by, proof })
async function drafted(given: AnswerInput, more = {}) {
  const { id } = await newCase('2026-02-25', more)
  await draftAnswer(platform, officer, id, given)
  return id
}
const withheld = answer({ outcome: 'refused_internal', body: '属于内部人事管理信息，依法不予公开。' })

describe('Order 711 art. 37: a part is given, a part is not', () => {
  it.each([
    ['no parts', []],
    [
      'nothing given',
      [{ part: '名单', outcome: 'refused_third_party', reason: '涉及个人隐私，公开会损害第三方' }],
    ],
    ['nothing withheld', [{ part: '办法', outcome: 'granted' }]],
    [
      'a part without a reason',
      [
        { part: '办法', outcome: 'granted' },
        { part: '名单', outcome: 'refused_third_party', reason: '隐私' },
      ],
    ],
  ])('parts_missing: %s', async (_, parts) => {
    const { id } = await newCase()
    const given = answer({ outcome: 'partly_granted', body: '部分公开，理由见下。', parts })
    await expect(draftAnswer(platform, officer, id, given)).rejects.toEqual(refused('parts_missing'))
  })
  it('each part keeps its own treatment, and the approval binds to it', async () => {
    const parts = [
      { part: '分配办法', outcome: 'granted', outcomeDetail: 'provided', reason: '' },
      {
        part: '评审记录',
        outcome: 'refused_process',
        outcomeDetail: null,
        reason: '属于讨论记录，公开会影响决策',
      },
    ]
    const id = await drafted(answer({ outcome: 'partly_granted', body: '部分公开，理由见下。', parts }))
    expect((await latestAnswer(platform.db, id))?.parts).toEqual(parts)
  })
})

describe('an answer that withholds', () => {
  it('is reviewed for its law by somebody else before it is approved', async () => {
    const id = await drafted(withheld)
    await expect(decide(id)).rejects.toEqual(refused('legal_review_missing'))
    await expect(review(officer, id, 'agrees')).rejects.toEqual(refused('own_draft'))
    await expect(review(lawyer, id, 'objects')).rejects.toEqual(refused('legal_opinion_missing'))
    await review(lawyer, id, 'objects', '应当区分处理')
    await expect(decide(id)).rejects.toEqual(refused('legal_review_objects'))
    await review(lawyer, id, 'agrees')
    await decide(id)
  })
})

describe('delivery leaves a proof', () => {
  it('by post the number of the item; by e-mail see mail-answer.test.ts', async () => {
    const id = await drafted(answer())
    await decide(id)
    await expect(deliver(id, 'post', 'EMS')).rejects.toEqual(refused('tracking_number_missing'))
    await deliver(id, 'post', '挂号信 XA12345678944')
    const { events } = await readRequest(platform, officer, id)
    expect(events.at(-1)?.detail.proof).toBe('挂号信 XA12345678944')
  })
})

describe('more time', () => {
  it('is proposed by the handler, approved by the supervisor with a reason, and told', async () => {
    const { id } = await newCase()
    await proposeExtension(platform, officer, id, { workingDays: 20, reason: '需要汇总多年数据' })
    const given = { kind: 'extension', on: '2026-03-02', workingDays: 20 }
    const extension = (more = {}) => clockEvent.parse({ ...given, ...more }) as Parameters<typeof extend>[3]
    const told = { reason: '需要汇总多年数据', toldOn: '2026-03-02', toldBy: 'online' }
    expect(() => extend(platform, supervisor, id, extension())).toThrow(refused('extension_needs_reason'))
    await expect(extend(platform, officer, id, extension(told))).rejects.toEqual(refused('not_allowed'))
    await extend(platform, supervisor, id, extension(told))
    expect((await readRequest(platform, officer, id)).due?.workingDays).toBe(40)
  })
})

describe('the fee', () => {
  const notice = (id: number, method: 'per_page' | 'per_request', quantity: number, on = '2026-03-02') =>
    sendFeeNotice(platform, officer, id, { on: day(on), method, quantity, way: '缴入国库，凭缴款码缴纳' })
  it('is computed, told with its basis, claimed by the applicant, and stops the clock', async () => {
    const { id } = await newCase()
    await expect(claimPayment(platform, id, { paidOn: '2026-03-02', payment: '1' })).rejects.toEqual(
      refused('fee_not_asked'),
    )
    await expect(notice(id, 'per_page', 30)).rejects.toEqual(refused('fee_nothing_due'))
    await notice(id, 'per_page', 101)
    const { due, events } = await readRequest(platform, officer, id)
    expect(due?.waitsFor).toBe('payment')
    expect(events.at(-1)?.detail).toMatchObject({ amount: 720, basis: expect.stringContaining('合计720元') })
    await expect(claimPayment(platform, id, { paidOn: 'x', payment: '' })).rejects.toEqual(
      refused('payment_incomplete'),
    )
    await expect(claimPayment(platform, id, { paidOn: '2026-03-03', payment: '1' })).rejects.toEqual(
      refused('event_in_future'),
    )
    await claimPayment(platform, id, { paidOn: '2026-03-02', payment: '缴款书0001' })
    expect((await readRequest(platform, officer, id)).due?.waitsFor).toBe('payment')
  })
  it('counts the requests of the same applicant in the same month', async () => {
    const who = { identityKind: 'passport', identityNumber: 'P777' } as const
    for (let nth = 0; nth < 11; nth += 1) await newCase('2026-02-26', who)
    const { id } = await newCase('2026-02-27', who)
    expect((await readRequest(platform, officer, id)).feeBasis.earlierThisMonth).toBe(11)
    // A letter that is entered later, but came earlier, is earlier; one that came later is not.
    await newCase('2026-02-26', who)
    await newCase('2026-02-28', who)
    await newCase('2026-02-27', who)
    expect((await readRequest(platform, officer, id)).feeBasis.earlierThisMonth).toBe(12)
    await notice(id, 'per_request', 1)
    expect((await readRequest(platform, officer, id)).events.at(-1)?.detail.amount).toBe(100)
  })
  it('while it is awaited there is no answer; unpaid when its period has passed, the case ends', async () => {
    const { id } = await newCase('2026-01-05')
    const at = (now: string) => ({ ...platform, clock: fixedClock(`${now}T10:00:00+08:00`) })
    await sendFeeNotice(at('2026-01-12'), officer, id, {
      on: day('2026-01-12'),
      method: 'per_page',
      quantity: 101,
      way: '缴入国库',
    })
    const unpaid = answer({ outcome: 'other_fee_unpaid' })
    await expect(draftAnswer(at('2026-01-13'), officer, id, answer())).rejects.toMatchObject({
      code: 'answer_while_waiting',
      entry: { law: '国办函〔2020〕109号' },
    })
    await expect(draftAnswer(at('2026-02-09'), officer, id, unpaid)).rejects.toEqual(
      refused('payment_not_lapsed'),
    )
    await draftAnswer(at('2026-02-10'), officer, id, unpaid)
  })
  it('is not charged for what came before its measure: fee_before_measure', async () => {
    const { id } = await newCase('2020-12-31')
    await expect(notice(id, 'per_page', 500)).rejects.toEqual(refused('fee_before_measure'))
    const { feeBasis, mayRecord } = await readRequest(platform, officer, id)
    expect([feeBasis.applies, mayRecord.includes('fee_notice')]).toEqual([false, false])
  })
  it('is not charged under Order 492, nor told after the due date: fee_old_rules, fee_notice_late', async () => {
    const { id: old } = await newCase('2019-05-13')
    await expect(notice(old, 'per_page', 500)).rejects.toEqual(refused('fee_old_rules'))
    const { id: late } = await newCase('2026-01-05')
    await expect(notice(late, 'per_page', 500)).rejects.toEqual(refused('fee_notice_late'))
  })
})

describe('who works on it', () => {
  it('a department takes it, gives it back with a reason, and has a date inside the house', async () => {
    const { id } = await newCase()
    const row = { code: 'law', name: '法规处', position: 1 }
    const department = await platform.db
      .insertInto('departments')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow()
    const to = { departmentId: department.id, handlerId: null }
    await expect(
      assignRequest(platform, officer, id, { ...to, internalDueOn: day('2026-03-01') }),
    ).rejects.toEqual(refused('internal_due_past'))
    await assignRequest(platform, officer, id, { ...to, internalDueOn: day('2026-03-10') })
    const other = { code: 'finance', name: '财务处', position: 2 }
    const elsewhere = await platform.db
      .insertInto('departments')
      .values(other)
      .returning('id')
      .executeTakeFirstOrThrow()
    const outsider = await testStaff(platform, 'foi_officer')
    await platform.db
      .updateTable('staff')
      .set({ department_id: elsewhere.id })
      .where('id', '=', outsider.id)
      .execute()
    for (const wrong of [
      { departmentId: 9999 },
      { handlerId: 9999 },
      { handlerId: supervisor.id },
      { handlerId: outsider.id },
    ])
      await expect(
        assignRequest(platform, officer, id, { ...to, internalDueOn: null, ...wrong }),
      ).rejects.toEqual(refused('assignee_unknown'))
    const inside = { ...lawyer, departmentId: department.id }
    await expect(claimRequest(platform, officer, id)).rejects.toEqual(refused('other_department'))
    expect((await readRequest(platform, officer, id)).abilities.claim).toBe(false)
    expect((await readRequest(platform, inside, id)).abilities.claim).toBe(true)
    await claimRequest(platform, inside, id)
    await expect(claimRequest(platform, officer, id)).rejects.toEqual(refused('claimed_already'))
    expect(await readRequest(platform, officer, id)).toMatchObject({
      departmentName: '法规处',
      handlerName: lawyer.name,
      request: { internalDueOn: '2026-03-10' },
    })
    await expect(giveBackRequest(platform, lawyer, id, '')).rejects.toEqual(refused('return_needs_reason'))
    await giveBackRequest(platform, lawyer, id, '不属于本处职责')
    expect((await readRequest(platform, officer, id)).request.handlerId).toBeNull()
  })
})

describe('Order 711 art. 39: a petition in the shape of a request', () => {
  it('goes to the mailbox once, after it was answered so: not_a_petition, rerouted_already', async () => {
    const id = await drafted(
      answer({ outcome: 'unprocessed_petition', body: '所提事项属于信访投诉，不作为公开申请处理。' }),
    )
    await decide(id)
    await deliver(id, 'online', '查询页面')
    await rerouteRequest(platform, officer, id)
    await expect(rerouteRequest(platform, officer, id)).rejects.toEqual(refused('rerouted_already'))
    const other = await drafted(answer())
    await decide(other)
    await deliver(other, 'online', '查询页面')
    await expect(rerouteRequest(platform, officer, other)).rejects.toEqual(refused('not_a_petition'))
  })
})

describe('dates that cannot be', () => {
  it('receipt_not_arrival: what was handed over or signed for counts on that day', async () => {
    const more = { channel: 'letter', arrival: 'signed_for', arrivedOn: '2026-02-24' } as object
    await expect(newCase('2026-02-25', more)).rejects.toEqual(refused('receipt_not_arrival'))
    const paper = { channel: 'letter', arrivedOn: '2026-02-24', confirmationNote: '' } as object
    await expect(newCase('2026-02-25', paper)).rejects.toEqual(refused('confirmation_missing'))
  })
  it('a letter that is not confirmed yet waits, and then counts from the confirmation', async () => {
    const input = { channel: 'letter', receivedOn: null } as object
    const { id } = await newCase('2026-02-25', input)
    expect((await readRequest(platform, officer, id)).request.status).toBe('submitted')
    const note = '3月2日电话确认'
    await confirmReceipt(platform, officer, id, { receivedOn: today, note })
    expect((await readRequest(platform, officer, id)).due?.dueOn).toBe('2026-03-30')
    expect(registrationInput.shape.receivedOn.safeParse(null).success).toBe(true)
  })
  it('beyond the notices a date is marked, far beyond it is refused: date_beyond_calendar', async () => {
    const later = await testPlatform({ now: '2026-12-25T10:00:00+08:00' })
    const staff = await testStaff(later, 'foi_officer')
    const { id } = await builtCase(later, staff, '2026-12-24')
    expect((await readRequest(later, staff, id)).due).toMatchObject({ provisional: true })
    const far = { kind: 'volume_date_set', on: '2026-12-25', until: '2099-01-01' }
    const chief = await testStaff(later, 'supervisor')
    await expect(recordClockEvent(later, chief, id, clockEvent.parse(far))).rejects.toEqual(
      refused('date_beyond_calendar'),
    )
    const notice = { kind: 'correction_notice', on: '2026-12-25', items: '年度', respondBy: '2026-12-24' }
    await expect(recordClockEvent(later, staff, id, clockEvent.parse(notice))).rejects.toEqual(
      refused('respond_by_past'),
    )
  })
})
describe('what has no date or no file yet', () => {
  it('not_received: the clock of a case that is not confirmed is asked for nothing', async () => {
    const { id } = await newCase('2026-02-25', { channel: 'letter', receivedOn: null } as object)
    const { request, events } = await readRequest(platform, officer, id)
    const calendar = await caseCalendar(platform.db)
    expect(() => clockOf(calendar, request, events)).toThrow(refused('not_received'))
  })
  it('file_missing; a scan of the paper is sealed, and reading it is on the record', async () => {
    const { id } = await newCase()
    await expect(addCaseFile(platform, officer, id, 'application', undefined)).rejects.toEqual(
      refused('file_missing'),
    )
    const file = { field: 'file', name: '申请表.png', bytes: proofBytes, tooLarge: false }
    await addCaseFile(platform, officer, id, 'application', file)
    const [kept] = (await readRequest(platform, officer, id)).files
    await expect(openCaseFile(platform, supervisor, id, kept?.id ?? 0)).rejects.toEqual(
      refused('not_allowed'),
    )
    const { stream } = await openCaseFile(platform, officer, id, kept?.id ?? 0)
    expect(Buffer.concat(await stream.toArray())).toEqual(proofBytes)
    const reads = await platform.db
      .selectFrom('audit_entries')
      .select('id')
      .where('action', '=', 'foi.read_file')
      .where('subject_id', '=', String(id))
      .execute()
    expect(reads).toHaveLength(1)
  })
})
