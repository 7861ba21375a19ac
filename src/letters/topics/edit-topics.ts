import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { TopicInput } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { insertTopic, listTopics } from './store.ts'
import { answerWithinOf, byId, deepestLevel } from './topic-tree.ts'

/** Throws: Refusal not_allowed, topic_unknown, topic_too_deep, topic_exists. */
export function addTopic(
  platform: Platform,
  staff: Staff,
  { parentId, name, answerWithin }: TopicInput & { parentId: number | null },
): Promise<{ id: number }> {
  return edit(platform, staff, 'add_topic', async (tx) => {
    const parent = parentId === null ? undefined : byId(await listTopics(tx)).get(parentId)
    if (parentId !== null && !parent) throw refuse('topic_unknown')
    const level = (parent?.level ?? 0) + 1
    if (level > deepestLevel) throw refuse('topic_too_deep')
    const id = await insertTopic(tx, { parentId, level, name, answerWithin })
    if (id === undefined) throw refuse('topic_exists', { name: '请换一个名称。' })
    return id
  })
}

/** Renames it, gives it a deadline of its own, or takes it out of use; letters keep their topic. Throws: Refusal not_allowed, topic_unknown, topic_exists. */
export function changeTopic(platform: Platform, staff: Staff, id: number, input: TopicInput) {
  return edit(platform, staff, 'change_topic', async (tx) => {
    const topics = await listTopics(tx)
    const topic = topics.find((known) => known.id === id)
    if (!topic) throw refuse('topic_unknown')
    const taken = topics.some(
      (other) => other.id !== id && other.parentId === topic.parentId && other.name === input.name,
    )
    if (taken) throw refuse('topic_exists', { name: '请换一个名称。' })
    await tx
      .updateTable('letter_topics')
      .set({ name: input.name, answer_within: input.answerWithin, in_use: input.inUse })
      .where('id', '=', id)
      .execute()
    return id
  })
}

function edit(
  platform: Platform,
  staff: Staff,
  verb: string,
  work: (tx: Tx) => Promise<number>,
): Promise<{ id: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.configure')
    const id = await work(tx)
    await platform.cache.touch(tx, ['letters'])
    record(tx, {
      actor: actorOf(staff),
      action: `letters.${verb}`,
      subject: { kind: 'letter_topic', id },
    })
    return { id }
  })
}

/** The deadline that a topic gives; null when the mailbox decides. Throws: Refusal topic_unknown. */
export async function answerWithinOfTopic(tx: Tx, topicId: number): Promise<number | null> {
  const topics = byId(await listTopics(tx))
  if (!topics.get(topicId)?.inUse) throw refuse('topic_unknown')
  return answerWithinOf(topics, topicId)
}
