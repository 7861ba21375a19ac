import type { Db, Tx } from '#platform/db'
import { type Consultation, listConsultations } from '../consultations/consultation-store.ts'
import { type CaseEvent, listEvents } from '../events.ts'
import type { DisclosureRequest } from '../request.ts'
import { listUnanswered } from '../store.ts'

export type OpenCase = {
  request: DisclosureRequest
  events: CaseEvent[]
  consultations: Consultation[]
}

/** Every case that waits for an answer or for its confirmation, with what its dates are replayed from: three queries, however many there are. */
export async function openCases(db: Db | Tx): Promise<OpenCase[]> {
  const requests = await listUnanswered(db)
  const ids = requests.map(({ id }) => id)
  const [events, consultations] = [await listEvents(db, ids), await listConsultations(db, ids)]
  const eventsOf = Map.groupBy(events, ({ requestId }) => requestId)
  const consultationsOf = Map.groupBy(consultations, ({ requestId }) => requestId)
  return requests.map((request) => ({
    request,
    events: eventsOf.get(request.id) ?? [],
    consultations: consultationsOf.get(request.id) ?? [],
  }))
}
