import { beforeAll, describe, expect, it } from 'vitest'
import { roles, type Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { readySubmission } from '../../test/request-form.ts'
import { testStaff } from '../../test/staff.ts'
import { abilitiesOf } from './abilities.ts'
import { latestAnswer } from './answer-store.ts'
import { builtApplication, builtCase } from './builders.ts'
import { choosePublicLog } from './choose-public-log.ts'
import { clockEvent } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { type AnswerInput, answerInput, duplicateInput, reopeningInput, requestStatuses } from './contract.ts'
import { decideAnswer } from './decide-answer.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { archiveRequest, recordWithdrawal, withdrawOnline } from './end-request.ts'
import { assignRequest, recordSearch } from './handle-request.ts'
import { linkDuplicate } from './link-duplicate.ts'
import { isQueryCode, queryCodeFor } from './query-code.ts'
import { readRegister, readRequest, readSealed } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { recordRemedy, recordRemedyResult } from './remedies.ts'
import { reopenRequest } from './reopen-request.ts'
import { type ApplicantMove, applicantMoves, assertMove, type Move, moves } from './request.ts'
import { submitRequest } from './submit-request.ts'

// 2018-06-15 is a Friday.
let platform: Platform
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const answer = (more: Partial<AnswerInput> = {}) =>
  answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。', ...more })
const event = (kind: string, on: string, more = {}) => clockEvent.parse({ kind, on, ...more })
const today = day('2018-06-15')

async function approve(id: number) {
  const drafted = await latestAnswer(platform.db, id)
  await decideAnswer(platform, supervisor, id, {
    decision: 'approved',
    contentHash: drafted?.contentHash ?? '',
    reason: '',
  })
}
async function answered(id: number) {
  await draftAnswer(platform, officer, id, answer())
  await approve(id)
  await deliverAnswer(platform, officer, id, { on: today, by: 'counter', proof: '当面签收' })
}
const read = (id: number) => readRequest(platform, officer, id)

describe('a case', () => {
  it('goes from the counter to the archive by two people, and is counted', async () => {
    const { id, number } = await builtCase(platform, officer, '2018-06-04')
    expect(number).toMatch(/^2018-\d{4}$/)
    // 2018-06-18 is Dragon Boat Day: the 15th working day after 06-04 is 06-26.
    expect((await read(id)).due?.dueOn).toBe('2018-06-26')
    await assignRequest(platform, officer, id, {
      departmentId: await department(),
      handlerId: null,
      internalDueOn: null,
    })
    await answered(id)
    await choosePublicLog(platform, supervisor, id, { shown: true, words: '', answer: '' })
    await archiveRequest(platform, officer, id)
    const { request, events } = await read(id)
    expect(request).toMatchObject({
      status: 'archived',
      outcome: 'granted',
      answeredOn: today,
      inPublicLog: true,
    })
    expect(events.map((e) => e.kind)).toEqual([
      'submitted',
      'received',
      'assigned',
      'answer_drafted',
      'answer_approved',
      'answered',
      'shown_in_public_log',
      'archived',
    ])
  })

  it('sent online waits for both sides to confirm; the same form twice is one case', async () => {
    const form = await readySubmission(platform, builtApplication(), 'form-1')
    const send = () => submitRequest(platform, form)
    const receipts = await Promise.all([send(), send(), send()])
    expect(new Set(receipts.map((r) => r.number)).size).toBe(1)
    const number = receipts[0]?.number ?? ''
    expect(
      isQueryCode(
        platform,
        { number, codeIssue: 0 },
        queryCodeFor(platform, { number, codeIssue: 0 }).toLowerCase(),
      ),
    ).toBe(true)
    expect(isQueryCode(platform, { number, codeIssue: 0 }, 'AAAAAAAAAA')).toBe(false)
    const { items } = await readRegister(platform, officer, { text: number })
    const [row] = items
    if (!row) throw new Error('no case')
    expect(row).toMatchObject({ status: 'submitted', dueOn: null, applicantMasked: '张**' })
    await expect(draftAnswer(platform, officer, row.id, answer())).rejects.toEqual(refused('wrong_status'))
    const confirm = (receivedOn: string, note = '') =>
      confirmReceipt(platform, officer, row.id, { receivedOn: day(receivedOn), note })
    await expect(confirm('2018-06-16')).rejects.toEqual(refused('receipt_in_future'))
    await expect(confirm('2018-06-14')).rejects.toEqual(refused('receipt_before_arrival'))
    await confirm('2018-06-15')
    expect((await read(row.id)).due?.dueOn).toBe('2018-07-09')
  })

  it('keeps the person sealed, masks lists, and audits each reading', async () => {
    const { id } = await builtCase(platform, officer, '2018-06-05', {
      description: '请电话联系13800138000，申请公开账目',
    })
    const row = await platform.db
      .selectFrom('foi_requests')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toMatch(/张小明|13800138000|11010519491231002X/)
    expect((await readSealed(platform, officer, id)).applicant?.name).toBe('张小明')
    await expect(readSealed(platform, supervisor, id)).rejects.toEqual(refused('not_allowed'))
    const reads = await platform.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'foi.read_sealed')
      .where('subject_id', '=', String(id))
      .execute()
    expect(reads).toHaveLength(1)
    expect(JSON.stringify(reads)).not.toContain('张小明')
  })

  it('numbers come without gap or double from parallel hands', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () => builtCase(platform, officer, '2018-06-06')),
    )
    const numbers = made.map(({ number }) => Number(number.slice(5))).sort((a, b) => a - b)
    expect(numbers.at(-1)).toBe((numbers[0] ?? 0) + 19)
    expect(new Set(numbers).size).toBe(20)
  })

  it('finds that the same applicant asked the same before, and links it', async () => {
    const more = {
      identityKind: 'passport',
      identityNumber: 'E123',
      description: '申请公开政府采购合同的全部文本',
    } as const
    const first = await builtCase(platform, officer, '2018-06-06', more)
    const second = await builtCase(platform, officer, '2018-06-07', {
      ...more,
      description: '请求公开政府采购合同的全部文本',
    })
    expect((await read(second.id)).similar[0]).toMatchObject({ id: first.id, sameApplicant: true })
    await expect(
      linkDuplicate(platform, officer, second.id, duplicateInput.parse({ ofId: second.id })),
    ).rejects.toEqual(refused('duplicate_of_itself'))
    await linkDuplicate(platform, officer, second.id, duplicateInput.parse({ ofId: first.id }))
    await expect(
      linkDuplicate(platform, officer, first.id, duplicateInput.parse({ ofId: second.id })),
    ).rejects.toEqual(refused('duplicate_of_itself'))
  })

  it('moves its date by what is recorded; the approver extends, not the handler', async () => {
    const { id } = await builtCase(platform, officer, '2018-05-28')
    const extension = event('extension', '2018-06-15', { workingDays: 15 })
    await expect(recordClockEvent(platform, officer, id, extension)).rejects.toEqual(refused('not_allowed'))
    await recordClockEvent(platform, supervisor, id, extension)
    await expect(recordClockEvent(platform, supervisor, id, extension)).rejects.toEqual(
      refused('extension_twice'),
    )
    await expect(recordClockEvent(platform, officer, id, event('fee_notice', '2018-06-16'))).rejects.toEqual(
      refused('event_in_future'),
    )
    expect((await read(id)).due?.workingDays).toBe(30)
  })

  it('withdrawn by the applicant or by staff, it is ended and counted as other', async () => {
    const { id } = await builtCase(platform, officer, '2018-06-07')
    await recordWithdrawal(platform, officer, id)
    expect((await read(id)).request).toMatchObject({ status: 'answered', outcome: 'other' })
    await expect(withdrawOnline(platform, id)).rejects.toEqual(refused('wrong_status'))
    const again = (more = {}) =>
      reopenRequest(platform, supervisor, id, reopeningInput.parse({ reason: '答复有误', ...more }))
    await expect(again({ reason: '' })).rejects.toEqual(refused('reopen_needs_reason'))
    await again()
    expect((await read(id)).request).toMatchObject({ status: 'handling', outcome: null })
    await withdrawOnline(platform, id)
  })
})

async function department() {
  const row = { code: 'law', name: '法规处', position: 1 }
  return (await platform.db.insertInto('departments').values(row).returning('id').executeTakeFirstOrThrow())
    .id
}

describe('an answer is refused', () => {
  it.each<[string, Partial<AnswerInput>]>([
    ['search_missing', { outcome: 'unavailable_not_held', body: '经检索，本机关不掌握该信息。' }],
    ['consultation_missing', { outcome: 'refused_third_party', body: '第三方不同意公开，理由成立。' }],
    ['reasons_missing', { outcome: 'refused_internal', body: '内部' }],
    ['correction_not_lapsed', { outcome: 'other_no_correction' }],
    ['payment_not_lapsed', { outcome: 'other_fee_unpaid' }],
  ])('%s', async (code, given) => {
    const { id } = await builtCase(platform, officer, '2018-06-07')
    await expect(draftAnswer(platform, officer, id, answer(given))).rejects.toEqual(refused(code))
  })

  it('while a correction or an opinion is awaited', async () => {
    const notice = event('correction_notice', '2018-06-08', { items: '年度', respondBy: '2018-06-20' })
    for (const [waiting, law] of [
      [notice, 'Order 492 art. 21'],
      [event('consultation_sent', '2018-06-08'), 'Order 492 art. 23'],
    ] as const) {
      const { id } = await builtCase(platform, officer, '2018-06-07')
      await recordClockEvent(platform, officer, id, waiting)
      await expect(draftAnswer(platform, officer, id, answer())).rejects.toMatchObject({
        code: 'answer_while_waiting',
        entry: { law },
      })
    }
  })

  it('but given when the period for a correction has passed in vain', async () => {
    const first = await builtCase(platform, officer, '2018-06-04')
    await recordClockEvent(
      platform,
      officer,
      first.id,
      event('correction_notice', '2018-06-05', { items: '年度', respondBy: '2018-06-14' }),
    )
    await draftAnswer(platform, officer, first.id, answer({ outcome: 'other_no_correction' }))
  })

  it('and after a search, or a consultation, given', async () => {
    const { id } = await builtCase(platform, officer, '2018-06-07')
    const search = { place: '办公室档案', result: '未检索到' }
    await expect(recordSearch(platform, officer, id, { on: day('2018-06-16'), ...search })).rejects.toEqual(
      refused('event_in_future'),
    )
    await recordSearch(platform, officer, id, { on: today, ...search })
    await draftAnswer(
      platform,
      officer,
      id,
      answer({
        outcome: 'unavailable_not_held',
        outcomeDetail: 'does_not_exist',
        body: '经检索，本机关不掌握该信息。',
      }),
    )
  })

  it('by its own drafter, after a change, without a reason, or delivered on an impossible day', async () => {
    const both = await testStaff(platform, 'foi_officer', 'supervisor')
    const { id } = await builtCase(platform, officer, '2018-06-07')
    await draftAnswer(platform, both, id, answer())
    const contentHash = (await latestAnswer(platform.db, id))?.contentHash ?? ''
    const decide = (staff: Staff, more: object) =>
      decideAnswer(platform, staff, id, { decision: 'approved', contentHash, reason: '', ...more })
    await expect(decide(both, {})).rejects.toEqual(refused('own_draft'))
    await expect(decide(supervisor, { contentHash: 'x' })).rejects.toEqual(refused('answer_changed'))
    await expect(decide(supervisor, { decision: 'returned' })).rejects.toEqual(refused('return_needs_reason'))
    await decide(supervisor, { decision: 'returned', reason: '请补充附件' })
    expect((await read(id)).request.status).toBe('handling')
    await draftAnswer(platform, officer, id, answer())
    await approve(id)
    for (const on of ['2018-06-16', '2018-06-14'])
      await expect(
        deliverAnswer(platform, officer, id, { on: day(on), by: 'post', proof: 'EMS' }),
      ).rejects.toEqual(refused('delivery_before_answer'))
  })
})

describe('what comes in is checked', () => {
  it.each<[string, object]>([
    ['receipt_in_future', { arrivedOn: '2018-06-15', receivedOn: '2018-06-16' }],
    ['receipt_before_arrival', { arrivedOn: '2018-06-14', receivedOn: '2018-06-13' }],
    ['confirmation_missing', { channel: 'fax', arrivedOn: '2018-06-13', receivedOn: '2018-06-14' }],
    ['identity_number_invalid', { identityNumber: '110105194912310021' }],
  ])('%s', async (code, more) => {
    await expect(builtCase(platform, officer, '2018-06-13', more)).rejects.toEqual(refused(code))
  })
})

// What the doors do is in `every-door.test.ts`; this is what the console offers.
describe('every status, move and role', () => {
  const holders = { 'foi.handle': ['foi_officer'], 'foi.approve': ['supervisor'] } as Record<string, string[]>
  holders['foi.review_law'] = ['foi_officer', 'supervisor']
  it.each(requestStatuses)('%s: offered is what is permitted and lawful', (status) => {
    for (const role of roles) {
      const staff = { ...officer, roles: [role] }
      const offered = abilitiesOf(staff, { status, departmentId: null }, { draftedBy: 0 })
      for (const [move, { action, from }] of Object.entries(moves)) {
        const permitted = holders[action]?.includes(role) ?? false
        const lawful = (from as readonly string[]).includes(status)
        expect([move, role, offered[move as Move]]).toEqual([move, role, permitted && lawful])
      }
    }
  })
  it.each(requestStatuses)('the applicant, while %s', (status) => {
    for (const [move, { from, law }] of Object.entries(applicantMoves)) {
      const tried = () => assertMove({ status }, move as ApplicantMove)
      if ((from as readonly string[]).includes(status)) tried()
      else expect(tried).toThrow(expect.objectContaining({ entry: expect.objectContaining({ law }) }))
    }
  })
})

describe('remedies', () => {
  it('have dates that can be, and one result', async () => {
    const file = (filedOn: string) =>
      recordRemedy(platform, officer, {
        requestId: null,
        kind: 'reconsideration',
        filedOn: day(filedOn),
        note: '',
      })
    await expect(file('2018-06-16')).rejects.toEqual(refused('remedy_dates'))
    const { id } = await file('2018-06-01')
    const decide = (decidedOn: string) =>
      recordRemedyResult(platform, officer, id, { result: 'upheld', decidedOn: day(decidedOn) })
    await expect(decide('2018-05-31')).rejects.toEqual(refused('remedy_dates'))
    await decide('2018-06-15')
    await expect(decide('2018-06-15')).rejects.toEqual(refused('remedy_decided'))
  })
})
