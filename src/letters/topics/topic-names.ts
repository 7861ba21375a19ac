import type { Db } from '#platform/db'
import { listTopics } from './store.ts'
import { byId, nameOf } from './topic-tree.ts'

/** A topic by the name that calls, talks and entries carry, with its whole path; by the path alone when two share the name. */
export type TopicName = { name: string; path: string }

/** The one vocabulary of letters, calls and the knowledge base: the taxonomy's topics in use, in its order. */
export async function topicNames(db: Db): Promise<TopicName[]> {
  const topics = await listTopics(db)
  const known = byId(topics)
  const times = new Map<string, number>()
  for (const { name } of topics) times.set(name, (times.get(name) ?? 0) + 1)
  return topics
    .filter(({ inUse }) => inUse)
    .map(({ id, name }) => {
      const path = nameOf(known, id)
      return { name: times.get(name) === 1 ? name : path, path }
    })
    .sort((one, other) => one.path.localeCompare(other.path, 'zh-CN'))
}
