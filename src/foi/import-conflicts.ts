import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Kept } from '#platform/import'
import type { ImportedRequest } from './import-requests.ts'
import { unsealDescription } from './sealed.ts'

/**
 * What the numbers of rows that were not taken belong to: the same case, taken over before (nothing to say), or another one (the row
 * is named, so that nothing is lost unseen).
 */
export async function conflictsIn(
  platform: Platform,
  tx: Tx,
  rows: readonly { at: number; row: ImportedRequest }[],
): Promise<Kept['bad']> {
  if (rows.length === 0) return []
  const numbers = rows.map(({ row }) => row.number)
  const known = await knownBy(tx, numbers)
  return rows.flatMap(({ at, row }) => {
    const reason = conflictOf(platform, row, known.get(row.number))
    return reason ? [{ at, reason: `number ${row.number} ${reason}` }] : []
  })
}

const select = (tx: Tx) =>
  tx
    .selectFrom('foi_requests')
    .select([
      'number',
      'import_key',
      'received_on',
      'channel',
      'applicant_kind',
      'description_sealed',
      'answered_on',
      'first_answered_on',
    ])
type Known = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

async function knownBy(tx: Tx, numbers: readonly string[]): Promise<Map<string, Known>> {
  const rows = await select(tx)
    .where((eb) => eb.or([eb('number', 'in', numbers), eb('import_key', 'in', numbers)]))
    .execute()
  return new Map(
    rows.flatMap((row) => [...(row.import_key ? [[row.import_key, row] as const] : []), [row.number, row]]),
  )
}

/** An open case that was answered here since is the same case; an answer of the file that the case does not have is not. */
function conflictOf(platform: Platform, row: ImportedRequest, known: Known | undefined): string | undefined {
  if (!known) return undefined
  if (known.import_key === null)
    return 'belongs to a case that was registered here; give the row another number'
  const sealed = known.description_sealed
  const same =
    known.received_on === row.received_on &&
    known.channel === row.channel &&
    known.applicant_kind === row.applicant_kind &&
    (!sealed || unsealDescription(platform, sealed) === row.description)
  if (!same) return 'was taken over before with other contents; give the row another number'
  const answers = [known.answered_on, known.first_answered_on]
  if (row.answered_on && !answers.includes(row.answered_on))
    return 'was taken over before without this answer, and was not changed; record the answer in the case'
  return undefined
}
