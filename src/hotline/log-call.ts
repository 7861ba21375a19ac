import { record } from '#audit'
import { senderKey } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf } from '#platform/clock'
import { mask } from '#privacy'
import { checkCall } from './check-call.ts'
import type { CallInput } from './contract.ts'
import { sealCaller, sealContent } from './sealed.ts'
import { insertCalls } from './store.ts'

/** Writes one call down as it ends. Throws: Refusal not_allowed, answer_missing, destination_missing. */
export const logCall = (platform: Platform, staff: Staff, input: CallInput): Promise<{ id: number }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.answer')
    checkCall(input)
    const [id = 0] = await insertCalls(tx, [
      callRow(platform, input, { at: platform.clock.now(), agent: staff.id }),
    ])
    record(tx, { actor: actorOf(staff), action: 'hotline.log', subject: { kind: 'call', id } })
    return { id }
  })

/** The columns of a call: what was said is sealed as it was, and masked for lists. */
export function callRow(
  platform: Platform,
  input: CallInput,
  { at, agent = null, importKey = null }: { at: Date; agent?: number | null; importKey?: string | null },
) {
  return {
    called_at: at,
    on_day: dayOf(at),
    kind: input.kind,
    topic: input.topic,
    caller_key: senderKey(platform, input.callerTelephone),
    caller_sealed: sealCaller(platform, { name: input.callerName, telephone: input.callerTelephone }),
    content_sealed: sealContent(platform, input.content),
    content_masked: mask(input.content),
    answer: mask(input.answer),
    from_corpus: input.from?.corpus ?? null,
    from_entry: input.from?.entry ?? null,
    outcome: input.outcome,
    forwarded_to: input.forwardedTo,
    agent_id: agent,
    import_key: importKey,
  }
}
