import type { Staff } from '#people'
import type { Platform } from '#platform'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'

/**
 * What is a petition, a complaint or a report in the shape of a request goes to the mailbox after the applicant was told.
 * #letters takes it from the queue. Law: Order 711 art. 39 ¶1. Throws: Refusal not_a_petition, rerouted_already.
 */
export function rerouteRequest(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'reroute', async (tx, request) => {
    if (request.outcome !== 'unprocessed_petition') throw refuse('not_a_petition')
    const before = await tx
      .selectFrom('foi_events')
      .select('id')
      .where('request_id', '=', id)
      .where('kind', '=', 'rerouted')
      .executeTakeFirst()
    if (before) throw refuse('rerouted_already')
    await platform.queue.add(tx, 'letters.open_from_request', { requestId: id }, { key: `foi-${id}` })
    return { kind: 'rerouted', on: platform.clock.today() }
  })
}
