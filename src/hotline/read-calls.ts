import { record } from '#audit'
import { suggestAnswers } from '#knowledge'
import { actorOf, assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import type { CallListQuery } from './contract.ts'
import { type Caller, unsealCaller, unsealContent } from './sealed.ts'
import { getSealed, listCalls } from './store.ts'

export async function readCalls({ db }: Platform, staff: Staff, query: CallListQuery) {
  assertCan(staff, 'hotline.read')
  return { ...(await listCalls(db, query)), abilities: { answer: can(staff, 'hotline.answer') } }
}

/** Opens the seal; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export const readSealedCall = (
  platform: Platform,
  staff: Staff,
  id: number,
): Promise<{ caller: Caller | null; content: string }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.answer')
    const { caller_sealed, content_sealed } = await getSealed(tx, id)
    record(tx, { actor: actorOf(staff), action: 'hotline.unseal', subject: { kind: 'call', id } })
    return {
      caller: caller_sealed && unsealCaller(platform, caller_sealed),
      content: unsealContent(platform, content_sealed),
    }
  })

/** Reference answers while the agent types. Nothing is kept of the text. */
export async function searchAnswers(platform: Platform, staff: Staff, text: string) {
  assertCan(staff, 'hotline.answer')
  return { items: await suggestAnswers(platform, text) }
}
