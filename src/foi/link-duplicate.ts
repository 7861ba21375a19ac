import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { mask } from '#privacy'
import { latestAnswer } from './answer-store.ts'
import type { DuplicateInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import type { DisclosureRequest } from './request.ts'
import { lockRequest, saveRequest } from './store.ts'

/**
 * An officer knows the earlier case, found by the program or not. A link that turns out wrong is changed, or taken away (no case
 * named), with the reason. Law: Order 711 art. 36 (6).
 * Throws: Refusal duplicate_of_itself, duplicate_unknown, duplicate_not_linked, duplicate_reason_missing, duplicate_rested_on, not_found.
 */
export function linkDuplicate(
  platform: Platform,
  staff: Staff,
  id: number,
  input: DuplicateInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'link_duplicate', async (tx, request) => {
    const on = platform.clock.today()
    const ofId = input.number ? await idOf(tx, input.number) : input.ofId
    const before = request.duplicateOfId === null ? null : await lockRequest(tx, request.duplicateOfId)
    if (before && !input.reason) throw refuse('duplicate_reason_missing', { reason: '请填写原因。' })
    const detail = before ? { was: before.number, reason: mask(input.reason) } : {}
    if (ofId === null) {
      if (!before) throw refuse('duplicate_not_linked')
      await assertNoAnswerRests(tx, request)
      await saveRequest(tx, request, { duplicate_of_id: null })
      return { kind: 'duplicate_unlinked', on, detail }
    }
    if (ofId === id) throw refuse('duplicate_of_itself')
    const original = await lockRequest(tx, ofId)
    if (original.duplicateOfId !== null) throw refuse('duplicate_of_itself')
    await saveRequest(tx, request, { duplicate_of_id: ofId })
    return { kind: 'duplicate_linked', on, detail: { ...detail, of: original.number } }
  })
}

async function idOf(tx: Tx, number: string): Promise<number> {
  const row = await tx.selectFrom('foi_requests').select('id').where('number', '=', number).executeTakeFirst()
  if (!row) throw refuse('duplicate_unknown', { number: '没有这个编号的申请，请核对。' })
  return row.id
}

/** An answer that was drafted because it is a duplicate keeps its ground. */
async function assertNoAnswerRests(tx: Tx, { id, status }: DisclosureRequest) {
  if (status === 'submitted' || status === 'handling') return
  const answer = await latestAnswer(tx, id)
  const found = answer ? [answer.outcome, ...answer.parts.map(({ outcome }) => outcome)] : []
  if (found.includes('unprocessed_duplicate')) throw refuse('duplicate_rested_on')
}
