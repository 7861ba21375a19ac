import type { Db } from '#platform/db'
import { listReleased } from './released-letters.ts'

/** The newest released letters with their public words. */
export async function latestReleased(db: Db, limit: number) {
  return (await listReleased(db, { words: '', mailbox: '' }, limit)).items
}

/** The last year in which a released letter was answered; undefined before the first. */
export async function lastYearOfLetters(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('letters')
    .select('replied_on')
    .where('released', '=', true)
    .orderBy('replied_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.replied_on ? Number(row.replied_on.slice(0, 4)) : undefined
}

/** The newest released letters and when each was answered: addresses for machines. */
export function listReleasedNumbers(db: Db, limit: number) {
  return db
    .selectFrom('letters')
    .select(['id', 'replied_at'])
    .where('released', '=', true)
    .orderBy('replied_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Unit: letters. */
export async function countReleased(db: Db): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('released', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}
