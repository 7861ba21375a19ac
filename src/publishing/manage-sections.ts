import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { addDays, type Day, dayOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import type { SectionInput } from './contract.ts'
import { refuse } from './refusals.ts'

/** The whole tree with its owners, and how long each section has brought nothing new. Unit: calendar days. */
export async function listAllSections({ db, clock }: Platform) {
  const today = clock.today()
  const rows = await db
    .selectFrom('sections')
    .leftJoin('departments', 'departments.id', 'sections.owner_department_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('published_articles as item')
          .select('item.published_on')
          .whereRef('item.section_id', '=', 'sections.id')
          .where('item.state', 'in', ['live', 'archived', 'notice'])
          .orderBy('item.published_at', 'desc')
          .orderBy('item.article_id', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .selectAll('sections')
    .select(['departments.name as owner', 'newest.published_on as newest_on'])
    .orderBy('sections.position')
    .orderBy('sections.id')
    .execute()
  return rows.map((row) => ({ ...row, overdue: isOverdue(row, today) }))
}

/** A section with a freshness rule whose newest item, or its own making, lies further back than the rule allows. */
function isOverdue(
  row: { status: string; freshness_days: number | null; newest_on: Day | null; created_at: Date },
  today: Day,
) {
  if (row.status !== 'active' || row.freshness_days === null) return false
  return addDays(row.newest_on ?? dayOf(row.created_at), row.freshness_days) < today
}

/** Departments that may own a section. */
export function listSectionOwners({ db }: Platform) {
  return db
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('active', '=', true)
    .orderBy('position')
    .execute()
}

/** Makes a section, or changes one when `id` is given. Throws: Refusal not_allowed, section_code_taken, section_loop, section_unknown, section_closed, department_unknown, not_found. */
export function saveSection(platform: Platform, staff: Staff, input: SectionInput, id?: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.manage_sections')
    await assertTree(tx, id, input.parentId)
    await assertDepartment(tx, input.ownerDepartmentId)
    const taken = await tx
      .selectFrom('sections')
      .select('id')
      .where('code', '=', input.code)
      .executeTakeFirst()
    if (taken && taken.id !== id) throw refuse('section_code_taken')
    const columns = columnsOf(input)
    const row = id
      ? await tx.updateTable('sections').set(columns).where('id', '=', id).returning('id').executeTakeFirst()
      : await tx.insertInto('sections').values(columns).returning('id').executeTakeFirst()
    if (!row) throw refuseGenerally('not_found')
    await noteSection(
      platform,
      tx,
      staff,
      row.id,
      id ? 'publishing.change_section' : 'publishing.make_section',
    )
    return { id: row.id }
  })
}

/** A section stands under one that is open, never under itself. Throws: Refusal section_loop, section_unknown, section_closed. */
export async function assertTree(tx: Tx, id: number | undefined, parentId: number | null) {
  let next = parentId
  while (next !== null) {
    if (next === id) throw refuse('section_loop')
    const parent = await tx
      .selectFrom('sections')
      .select(['parent_id', 'status'])
      .where('id', '=', next)
      .executeTakeFirst()
    if (!parent) throw refuse('section_unknown')
    if (parent.status !== 'active') throw refuse('section_closed')
    next = parent.parent_id
  }
}

/** Throws: Refusal department_unknown. */
async function assertDepartment(tx: Tx, id: number | null) {
  if (id === null) return
  const known = await tx.selectFrom('departments').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) throw refuse('department_unknown')
}

const columnsOf = (input: SectionInput) => ({
  code: input.code,
  name: input.name,
  parent_id: input.parentId,
  kind: input.kind,
  description: input.description,
  keywords: input.keywords,
  column_type: input.columnType,
  owner_department_id: input.ownerDepartmentId,
  freshness_days: input.freshnessDays,
  position: input.position,
  shortcut_position: input.shortcutPosition,
  counts_as_disclosure: input.countsAsDisclosure,
  default_document_kind: input.defaultDocumentKind,
  default_origin: input.defaultOrigin,
})

async function noteSection(platform: Platform, tx: Tx, staff: Staff, id: number, action: string) {
  await platform.cache.touch(tx, ['site', `section:${id}`])
  record(tx, { actor: actorOf(staff), action, subject: { kind: 'section', id } })
}
