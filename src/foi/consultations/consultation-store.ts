import { refuse as refuseGeneral } from '#platform'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { Consulted } from '../clock/rule-pack.ts'

export type Opinion = 'agrees' | 'refuses' | 'silent'
export type Consultation = {
  id: number
  requestId: number
  kind: Consulted
  partyMasked: string
  letter: string
  sentOn: Day
  deliveredOn: Day | null
  closedOn: Day | null
  opinion: Opinion | null
  reasons: string
  overrideReason: string | null
  overrideToldOn: Day | null
}

const columns = [
  'id',
  'request_id as requestId',
  'kind',
  'party_masked as partyMasked',
  'letter',
  'sent_on as sentOn',
  'delivered_on as deliveredOn',
  'closed_on as closedOn',
  'opinion',
  'reasons',
  'override_reason as overrideReason',
  'override_told_on as overrideToldOn',
] as const

export async function listConsultations(db: Db | Tx, requestIds: readonly number[]): Promise<Consultation[]> {
  if (requestIds.length === 0) return []
  const rows = await db
    .selectFrom('foi_consultations')
    .select(columns)
    .where('request_id', 'in', requestIds)
    .orderBy('id')
    .execute()
  return rows as Consultation[]
}

/** The request is locked already. Throws: Refusal not_found. */
export async function getConsultation(tx: Tx, requestId: number, id: number): Promise<Consultation> {
  const row = await tx
    .selectFrom('foi_consultations')
    .select(columns)
    .where('id', '=', id)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) throw refuseGeneral('not_found')
  return row as Consultation
}
