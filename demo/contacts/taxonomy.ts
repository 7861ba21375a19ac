import type { Tx } from '#platform/db'
import { letterTopics } from '../writing/letter-texts.ts'

/** The bureau's own three levels in place of the general ones; each third level by its whole path. */
export async function makeTaxonomy(tx: Tx): Promise<ReadonlyMap<string, number>> {
  await tx.deleteFrom('letter_topics').execute()
  const known = new Map<string, number>()
  for (const { path, answerWithin } of letterTopics)
    for (const [at, name] of path.entries()) {
      const key = path.slice(0, at + 1).join('/')
      if (known.has(key)) continue
      const { id } = await tx
        .insertInto('letter_topics')
        .values({
          parent_id: known.get(path.slice(0, at).join('/')) ?? null,
          level: at + 1,
          name,
          position: known.size + 1,
          answer_within: at === 2 ? (answerWithin ?? null) : null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      known.set(key, id)
    }
  return known
}
