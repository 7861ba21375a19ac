import type { Db, Tx } from '#platform/db'
import { refuse } from './refusals.ts'

const columns = [
  'id',
  'code',
  'name',
  'status',
  'merged_into_id',
  'description',
  'keywords',
  'column_type',
  'counts_as_disclosure',
  'default_document_kind',
  'default_origin',
] as const
const sectionWith = (db: Db | Tx, id: number) =>
  db.selectFrom('sections').select(columns).where('id', '=', id)

/** Where an item of this section stands now: the section itself, or the one it was merged into. */
export async function sectionNow(db: Db | Tx, id: number) {
  for (let next = id; ; ) {
    const section = await sectionWith(db, next).executeTakeFirstOrThrow()
    if (section.merged_into_id === null) return section
    next = section.merged_into_id
  }
}
export type OpenSection = Awaited<ReturnType<typeof sectionNow>>

/** The same, held so that it cannot end before the item stands in it. Throws: Refusal section_closed. */
export async function holdOpenSection(tx: Tx, id: number): Promise<OpenSection> {
  for (let next = id; ; ) {
    const section = await sectionWith(tx, next).forShare().executeTakeFirstOrThrow()
    if (section.status === 'active') return section
    if (section.merged_into_id === null) throw refuse('section_closed')
    next = section.merged_into_id
  }
}
