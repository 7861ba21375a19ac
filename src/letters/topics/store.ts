import type { Db, Tx } from '#platform/db'
import type { Topic } from './topic-tree.ts'

/** A few hundred at most: the whole tree in one query. */
export async function listTopics(db: Db | Tx): Promise<Topic[]> {
  const rows = await db
    .selectFrom('letter_topics')
    .select(['id', 'parent_id', 'level', 'name', 'answer_within', 'in_use'])
    .orderBy('level')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    name: row.name,
    answerWithin: row.answer_within,
    inUse: row.in_use,
  }))
}

/** Undefined when the same level has the name already. */
export async function insertTopic(
  tx: Tx,
  topic: { parentId: number | null; level: number; name: string; answerWithin?: number | null },
): Promise<number | undefined> {
  const row = await tx
    .insertInto('letter_topics')
    .values((eb) => ({
      parent_id: topic.parentId,
      level: topic.level,
      name: topic.name,
      answer_within: topic.answerWithin ?? null,
      position: eb
        .selectFrom('letter_topics')
        .select((of) => of.fn.coalesce(of(of.fn.max('position'), '+', 1), of.val(1)).as('next'))
        .where('parent_id', topic.parentId === null ? 'is' : '=', topic.parentId),
    }))
    .onConflict((conflict) => conflict.columns(['parent_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
