import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { type Day, instantOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { assertApplicant } from './applicant-rules.ts'
import { rulePackFor } from './clock/rule-pack.ts'
import type { Arrival, RegistrationInput } from './contract.ts'
import { insertEvent } from './events.ts'
import type { CodeSlip } from './issue-query-code.ts'
import { keptWords } from './kept-words.ts'
import { openCase } from './open-case.ts'
import { assertCan } from './permission.ts'
import { queryCodeFor } from './query-code.ts'
import { arrivalOf, assertReceipt } from './receipt.ts'
import { refuse } from './refusals.ts'

/**
 * Staff enter a request from the counter, a letter, a fax, or spoken words. Without a day of receipt it waits for the
 * confirmation. Number and code are for the applicant. Law: Order 711 art. 29 ¶1, art. 31.
 * Throws: Refusal not_allowed, receipt_in_future, receipt_before_arrival, receipt_not_arrival, confirmation_missing, before_the_regulation, and those of applicant-rules.ts.
 */
export function registerRequest(
  platform: Platform,
  staff: Staff,
  input: RegistrationInput,
): Promise<{ id: number } & CodeSlip> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    assertApplicant(input, 'on_paper')
    const { channel, arrivedOn, receivedOn, oral } = input
    const arrival = input.arrival ?? arrivalOf(channel)
    if (arrivedOn > platform.clock.today()) throw refuse('receipt_in_future', { arrivedOn: '不能晚于今天。' })
    rulePackFor(arrivedOn)
    const { id, number } = await openCase(platform, tx, input, {
      channel,
      arrival,
      arrivedOn,
      oral,
      submissionKey: null,
      submittedAt: instantOf(arrivedOn, '09:00'),
    })
    const at = platform.clock.now()
    const event = { requestId: id, detail: { channel, oral }, staffId: staff.id, at }
    await insertEvent(tx, { ...event, kind: 'submitted', on: arrivedOn })
    if (receivedOn) {
      const note = await keptWords(platform, tx, id, input.confirmationNote)
      await receive(platform, tx, staff, { id, arrival, receivedOn, input, note: note.shown })
      const noted = input.confirmationNote ? { note: note.shown, sealed: note.sealed } : {}
      const detail = { ...event.detail, ...noted }
      await insertEvent(tx, { ...event, kind: 'received', on: receivedOn, detail })
    }
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.register',
      subject: { kind: 'foi_request', id },
      detail: { number, receivedOn, channel },
    })
    return { id, number, queryCode: queryCodeFor(platform, { number, codeIssue: 0 }) }
  })
}

async function receive(
  { clock }: Platform,
  tx: Tx,
  staff: Staff,
  given: { id: number; arrival: Arrival; receivedOn: Day; input: RegistrationInput; note: string },
) {
  const { id, arrival, receivedOn, input } = given
  const { arrivedOn, confirmationNote } = input
  assertReceipt({ arrival, arrivedOn, receivedOn, note: confirmationNote, today: clock.today() })
  await tx
    .updateTable('foi_requests')
    .set({
      status: 'handling',
      received_on: receivedOn,
      rules: rulePackFor(receivedOn).key,
      confirmation_note: given.note,
      confirmed_by: staff.id,
      confirmed_at: clock.now(),
      handler_id: staff.id,
    })
    .where('id', '=', id)
    .execute()
}
