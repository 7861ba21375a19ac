import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import { type Platform, refuse as refuseGeneral } from '#platform'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { type Known, mask } from '#privacy'
import { rulePacks } from './clock/rule-pack.ts'
import type { RemedyInput } from './contract.ts'
import { knownOfCase } from './known-of-case.ts'
import { assertCan } from './permission.ts'
import { refuse } from './refusals.ts'
import { keepLaterManifest } from './release/archive.ts'
import { getRequest } from './store.ts'

/** One against silence is filed before the answer, none before the request. Law: Order 711 art. 51. Throws: Refusal not_allowed, remedy_dates, remedy_before_request, not_found. */
export function recordRemedy(platform: Platform, staff: Staff, input: RemedyInput): Promise<{ id: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    if (input.filedOn > platform.clock.today()) throw refuse('remedy_dates')
    const arrivedOn = input.requestId ? (await getRequest(tx, input.requestId)).arrivedOn : null
    if (input.filedOn < (arrivedOn ?? rulePacks['492'].inForceFrom))
      throw refuse('remedy_before_request', { filedOn: '早于申请到达的日期。' })
    const { id } = await tx
      .insertInto('foi_remedies')
      .values({ request_id: input.requestId, kind: input.kind, filed_on: input.filedOn, note: input.note })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (input.requestId) await keepLaterManifest(platform, tx, input.requestId, staff.id)
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.record_remedy',
      subject: { kind: 'foi_remedy', id },
      detail: { kind: input.kind, filedOn: input.filedOn, requestId: input.requestId },
    })
    return { id }
  })
}

/** Throws: Refusal not_allowed, not_found, remedy_decided, remedy_dates. */
export function recordRemedyResult(
  platform: Platform,
  staff: Staff,
  id: number,
  given: { result: 'upheld' | 'corrected' | 'other'; decidedOn: Day },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    const remedy = await tx
      .selectFrom('foi_remedies')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!remedy) throw refuseGeneral('not_found')
    if (remedy.result) throw refuse('remedy_decided')
    if (given.decidedOn < remedy.filed_on || given.decidedOn > platform.clock.today())
      throw refuse('remedy_dates')
    await tx
      .updateTable('foi_remedies')
      .set({ result: given.result, decided_on: given.decidedOn })
      .where('id', '=', id)
      .execute()
    if (remedy.request_id) await keepLaterManifest(platform, tx, remedy.request_id, staff.id)
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.record_remedy_result',
      subject: { kind: 'foi_remedy', id },
      detail: given,
    })
  })
}

export const listRemedies = (db: Db, requestId: number) =>
  db
    .selectFrom('foi_remedies')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('filed_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/**
 * Every one of the agency, of a case or of none: the undecided first, of these the oldest; notes with people starred.
 * Law: PIPL art. 51. Throws: Refusal not_allowed.
 */
export async function listAllRemedies(platform: Platform, staff: Staff) {
  assertCan(staff, 'foi.read')
  const rows = await platform.db
    .selectFrom('foi_remedies')
    .leftJoin('foi_requests', 'foi_requests.id', 'foi_remedies.request_id')
    .select(['foi_remedies.id', 'foi_remedies.request_id as requestId', 'foi_requests.number'])
    .select(['kind', 'filed_on', 'result', 'decided_on', 'note'])
    .orderBy('decided_on', (order) => order.desc().nullsFirst())
    .orderBy('filed_on')
    .orderBy('foi_remedies.id')
    .execute()
  const known = new Map<number, Known[]>()
  for (const { requestId, note } of rows)
    if (requestId !== null && note && !known.has(requestId))
      known.set(requestId, await knownOfCase(platform, platform.db, requestId))
  return rows.map((row) => ({ ...row, note: mask(row.note, ...(known.get(row.requestId ?? 0) ?? [])) }))
}
