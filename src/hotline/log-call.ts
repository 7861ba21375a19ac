import { record } from '#audit'
import { type LetterReceipt, senderKey } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { mask, maskReply } from '#privacy'
import { awaitsRegistration, checkCall } from './check-call.ts'
import type { CallInput, CallOutcome } from './contract.ts'
import { sealCaller, sealContent } from './sealed.ts'
import { insertCalls } from './store.ts'
import { type TransferUnit, transferUnit } from './transfers/transfer-unit.ts'
import { openFromCall } from './turn-into-letter.ts'

/** Where a call goes that has no number yet. */
const onItsWay = {
  answered: '',
  transferred: '',
  turned_into_letter: '来信',
  turned_into_request: '政府信息公开工作机构',
} satisfies Record<CallOutcome, string>

/**
 * Writes one call down as it ends; a letter that it turns into is opened in the same step.
 * Throws: Refusal not_allowed, answer_missing, destination_missing, caller_missing, unit_unknown, mailbox_unknown.
 */
export const logCall = (
  platform: Platform,
  staff: Staff,
  input: CallInput,
): Promise<{ id: number; letter: LetterReceipt | null }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.answer')
    checkCall(input)
    const opens = input.outcome === 'turned_into_letter' && input.letter
    const { unitId } = input
    const goes = input.outcome === 'transferred' && unitId !== undefined
    const unit = goes ? await transferUnit(tx, unitId, platform.clock.today()) : null
    const call = callRow(platform, input, { at: platform.clock.now(), agent: staff.id, unit })
    // On its way until the letter has its number, a line below.
    const [id = 0] = await insertCalls(tx, [opens ? { ...call, outcome: 'transferred' } : call])
    record(tx, { actor: actorOf(staff), action: 'hotline.log', subject: { kind: 'call', id } })
    return { id, letter: opens ? await openFromCall(tx, platform, staff, id, opens) : null }
  })

type RowOf = {
  at: Date
  agent?: number | null
  importKey?: string | null
  unit?: TransferUnit | null
}
/** The columns of a call: what was said is sealed as it was; whatever lists and exports show is masked, the caller's own name too. */
export function callRow(
  platform: Platform,
  input: CallInput,
  { at, agent = null, importKey = null, unit = null }: RowOf,
) {
  const masked = (text: string) => mask(text, input.callerName)
  return {
    called_at: at,
    on_day: dayOf(at),
    kind: input.kind,
    topic: masked(input.topic),
    caller_key: senderKey(platform, input.callerTelephone),
    caller_sealed: sealCaller(platform, { name: input.callerName, telephone: input.callerTelephone }),
    content_sealed: sealContent(platform, input.content),
    content_masked: masked(input.content),
    answer: maskReply(input.answer, input.callerName),
    from_corpus: input.from?.corpus ?? null,
    from_entry: input.from?.entry ?? null,
    outcome: input.outcome,
    // A unit and its own telephone are public; a person's mobile phone is not.
    forwarded_to: unit?.name || maskReply(input.forwardedTo, input.callerName) || onItsWay[input.outcome],
    unit_id: unit?.id ?? null,
    due_on: unit?.dueOn ?? null,
    awaits_registration: awaitsRegistration(input),
    agent_id: agent,
    import_key: importKey,
  }
}
