import { record } from '#audit'
import type { Platform } from '#platform'
import { insertEvent } from './events.ts'
import { wordsOf } from './open-case.ts'
import { refuse } from './refusals.ts'
import { assertMove, type DisclosureRequest } from './request.ts'
import { unsealApplicant } from './sealed.ts'
import { lockRequest, saveRequest } from './store.ts'

/** Unit: milliseconds. Source: rules.md 5.4 (what binds by law can be changed for ten minutes). */
const editableMs = 10 * 60 * 1000

export const mayEdit = (request: Pick<DisclosureRequest, 'status' | 'submittedAt' | 'channel'>, now: Date) =>
  request.status === 'submitted' &&
  request.channel === 'internet' &&
  now.getTime() - request.submittedAt.getTime() <= editableMs

/** The applicant changes what was asked, within ten minutes and before it is confirmed. Throws: Refusal wrong_status, edit_too_late, description_short. */
export function editOnline(platform: Platform, id: number, description: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const request = await lockRequest(tx, id)
    assertMove(request, 'edit')
    const at = platform.clock.now()
    if (!mayEdit(request, at)) throw refuse('edit_too_late')
    if (description.length < 5) throw refuse('description_short', { description: '请写明所需信息。' })
    const row = await tx
      .selectFrom('foi_requests')
      .select('applicant_sealed')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const by = row.applicant_sealed && unsealApplicant(platform, row.applicant_sealed)
    await saveRequest(tx, request, { ...wordsOf(platform, description, by), edited_at: at })
    await insertEvent(tx, { requestId: id, kind: 'edited', on: platform.clock.today(), staffId: null, at })
    record(tx, { actor: { kind: 'citizen' }, action: 'foi.edit', subject: { kind: 'foi_request', id } })
  })
}
