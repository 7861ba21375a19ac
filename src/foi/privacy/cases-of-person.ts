import type { Selectable } from 'kysely'
import { refuse } from '#platform'
import type { Database, Tx } from '#platform/db'

const marks = ['applicant_digest', 'contact_digest', 'email_digest'] as const
type Row = Selectable<Database['foi_requests']>

/**
 * Every case of the person or organisation behind one: by the number of their proof, by name and telephone, by name and e-mail
 * address, and by what the cases found so tell more. Law: PIPL art. 45. Throws: Refusal not_found.
 */
export async function casesOfPerson(tx: Tx, id: number): Promise<Row[]> {
  let found = await tx.selectFrom('foi_requests').selectAll().where('id', '=', id).execute()
  if (found.length === 0) throw refuse('not_found')
  for (;;) {
    const more = await alike(tx, id, found)
    if (more.length === found.length) return more
    found = more
  }
}

const alike = (tx: Tx, id: number, known: readonly Row[]): Promise<Row[]> =>
  tx
    .selectFrom('foi_requests')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('id', '=', id),
        ...marks.flatMap((mark) => {
          const digests = [...new Set(known.map((row) => row[mark]).filter((digest) => digest !== null))]
          return digests.length ? [eb(mark, 'in', digests)] : []
        }),
      ]),
    )
    .orderBy('id')
    .execute()
