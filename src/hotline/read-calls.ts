import { record } from '#audit'
import { suggestAnswers } from '#knowledge'
import { topicNames } from '#letters'
import { actorOf, assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { CallListQuery } from './contract.ts'
import { refuse } from './refusals.ts'
import { type Caller, unsealCaller, unsealContent } from './sealed.ts'
import { contentOf, listAwaiting, listCalls, listCallTopics, lockSealed } from './store.ts'
import { isOpen, settles } from './transfers/settle-transfer.ts'

export async function readCalls({ db }: Platform, staff: Staff, query: CallListQuery) {
  assertCan(staff, 'hotline.read')
  return { ...(await listCalls(db, query)), abilities: { answer: can(staff, 'hotline.answer') } }
}

/** Topics that calls were given, and those of the taxonomy that a new one may be given. */
export async function readCallTopics({ db }: Platform, staff: Staff) {
  assertCan(staff, 'hotline.read')
  const [items, taxonomy] = await Promise.all([listCallTopics(db), topicNames(db)])
  return { items, taxonomy }
}

/** For the office for disclosure. Law: Order 711 art. 29 ¶1. Throws: Refusal not_allowed. */
export async function readAwaiting({ db }: Platform, staff: Staff) {
  assertCan(staff, 'foi.handle')
  return { items: await listAwaiting(db) }
}

/**
 * Opens the seal, to call back or to write the request down; the read is on the audit record. The office for disclosure opens
 * only what waits for it, a department what it has to answer. Throws: Refusal not_allowed, not_found, not_awaiting, not_your_unit, call_erased.
 */
export const readSealedCall = (
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ caller: Caller | null; content: string; calledOn: Day }> =>
  platform.inTransaction(async (tx) => {
    const answers = can(staff, 'hotline.answer')
    const [settling, writing] = [can(staff, 'hotline.settle'), can(staff, 'foi.handle')]
    if (!answers && !settling) assertCan(staff, 'foi.handle')
    const call = await lockSealed(tx, id)
    const theirs = isOpen(call) && settles(staff, call.unit_id)
    if (!answers && !theirs && !(writing && call.awaits_registration))
      throw refuse(writing ? 'not_awaiting' : 'not_your_unit')
    const content = contentOf(call)
    record(tx, { actor: actorOf(staff), action: 'hotline.unseal', subject: { kind: 'call', id } })
    return {
      caller: call.caller_sealed && unsealCaller(platform, call.caller_sealed),
      content: unsealContent(platform, content),
      calledOn: call.on_day,
    }
  })

/** Reference answers while the agent types. Nothing is kept of the text. */
export async function searchAnswers(platform: Platform, staff: Staff, text: string) {
  assertCan(staff, 'hotline.answer')
  return { items: await suggestAnswers(platform, text) }
}
