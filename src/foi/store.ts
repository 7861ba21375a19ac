import type { Updateable } from 'kysely'
import { refuse as refuseGeneral } from '#platform'
import { day, dayOf } from '#platform/clock'
import { type Database, type Db, sql, type Tx } from '#platform/db'
import type { Arrival, Channel, RequestListQuery } from './contract.ts'
import { arrivalOf } from './receipt.ts'
import type { DisclosureRequest } from './request.ts'
import { valuesOfCase } from './uncertain/value-store.ts'

const columns = [
  'id',
  'number',
  'channel',
  'applicant_kind',
  'applicant_masked',
  'status',
  'received_on',
  'submitted_at',
  'arrival',
  'arrived_on',
  'oral',
  'help_wanted',
  'internal_due_on',
  'delivery',
  'form_wanted',
  'rules',
  'description_masked',
  'document_number',
  'outcome',
  'outcome_detail',
  'answered_on',
  'handler_id',
  'department_id',
  'duplicate_of_id',
  'in_public_log',
  'first_answered_on',
  'first_outcome',
  'lacks',
  'code_issue',
  'version',
] as const

const select = (db: Db | Tx) =>
  db.selectFrom('foi_requests').select(columns).select(valuesOfCase.as('uncertain'))
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): DisclosureRequest {
  return {
    id: row.id,
    number: row.number,
    channel: row.channel as DisclosureRequest['channel'],
    applicantKind: row.applicant_kind as DisclosureRequest['applicantKind'],
    applicantMasked: row.applicant_masked,
    status: row.status as DisclosureRequest['status'],
    receivedOn: row.received_on,
    submittedAt: row.submitted_at,
    arrival: (row.arrival ?? arrivalOf(row.channel as Channel)) as Arrival,
    arrivedOn: row.arrived_on ?? dayOf(row.submitted_at),
    oral: row.oral,
    helpWanted: row.help_wanted,
    internalDueOn: row.internal_due_on,
    delivery: row.delivery as DisclosureRequest['delivery'],
    formWanted: row.form_wanted as DisclosureRequest['formWanted'],
    rules: row.rules as DisclosureRequest['rules'],
    uncertain: row.uncertain,
    descriptionMasked: row.description_masked,
    documentNumber: row.document_number,
    outcome: row.outcome as DisclosureRequest['outcome'],
    outcomeDetail: row.outcome_detail as DisclosureRequest['outcomeDetail'],
    answeredOn: row.answered_on,
    handlerId: row.handler_id,
    departmentId: row.department_id,
    duplicateOfId: row.duplicate_of_id,
    inPublicLog: row.in_public_log,
    firstAnsweredOn: row.first_answered_on,
    firstOutcome: row.first_outcome as DisclosureRequest['outcome'],
    lacks: row.lacks as DisclosureRequest['lacks'],
    codeIssue: row.code_issue,
    version: row.version,
  }
}

/** Throws: Refusal not_found. */
export async function lockRequest(tx: Tx, id: number): Promise<DisclosureRequest> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refuseGeneral('not_found')
  return fromRow(row)
}

/** Throws: Refusal not_found. */
export async function getRequest(db: Db | Tx, id: number): Promise<DisclosureRequest> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuseGeneral('not_found')
  return fromRow(row)
}

export async function saveRequest(
  tx: Tx,
  request: DisclosureRequest,
  changes: Omit<Updateable<Database['foi_requests']>, 'id' | 'number' | 'version'>,
) {
  await tx
    .updateTable('foi_requests')
    .set({ ...changes, version: request.version + 1 })
    .where('id', '=', request.id)
    .execute()
}

/** Newest first, keyset by id. */
export async function listRequests(
  db: Db,
  query: RequestListQuery & { ids?: readonly number[] },
  limit = 50,
): Promise<{ items: DisclosureRequest[]; next: number | null }> {
  let rows = select(db).orderBy('id', 'desc').limit(limit)
  if (query.status) rows = rows.where('status', '=', query.status)
  if (query.ids) rows = rows.where(sql<boolean>`id = any(${query.ids}::integer[])`)
  if (query.open) rows = rows.where('answered_on', 'is', null)
  if (query.handlerId) rows = rows.where('handler_id', '=', query.handlerId)
  if (query.departmentId) rows = rows.where('department_id', '=', query.departmentId)
  if (query.channel) rows = rows.where('channel', '=', query.channel)
  if (query.year) {
    const [first, last] = [day(`${query.year}-01-01`), day(`${query.year}-12-31`)]
    rows = rows.where((eb) => {
      const on = eb.fn.coalesce('received_on', 'arrived_on')
      return eb.and([eb(on, '>=', first), eb(on, '<=', last)])
    })
  }
  if (query.unassigned) rows = rows.where('handler_id', 'is', null).where('answered_on', 'is', null)
  if (query.after) rows = rows.where('id', '<', query.after)
  const { text } = query
  if (text)
    rows = rows.where((eb) =>
      eb.or([
        eb('number', '=', text),
        eb('description_masked', 'like', `%${text.replace(/[%_\\]/g, '\\$&')}%`),
      ]),
    )
  const items = (await rows.execute()).map(fromRow)
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

/** The next number of the year; the row stays locked until the transaction ends, so that none is given twice or lost. */
export async function takeNumber(tx: Tx, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('foi_request_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('foi_request_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  const number = `${year}-${String(last).padStart(4, '0')}`
  // Imported cases may already carry the number.
  const taken = await tx
    .selectFrom('foi_requests')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return taken ? takeNumber(tx, year) : number
}

/** Every case that waits for an answer, one whose receipt is not confirmed too. */
export async function listUnanswered(db: Db | Tx): Promise<DisclosureRequest[]> {
  const rows = await select(db).where('answered_on', 'is', null).orderBy('id').execute()
  return rows.map(fromRow)
}

/** Those whose clock runs. */
export const listOpen = async (db: Db | Tx): Promise<DisclosureRequest[]> =>
  (await listUnanswered(db)).filter(({ receivedOn }) => receivedOn !== null)

/** Whom a case may be given to. */
export async function listAssignees(db: Db | Tx) {
  const [departments, staff] = await Promise.all([
    db
      .selectFrom('departments')
      .select(['id', 'name'])
      .where('active', '=', true)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('staff')
      .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
      .select(['staff.id', 'staff.name', 'staff.department_id as departmentId'])
      .where('staff_roles.role', '=', 'foi_officer')
      .where('staff.active', '=', true)
      .orderBy('staff.id')
      .execute(),
  ])
  return { departments, staff }
}
