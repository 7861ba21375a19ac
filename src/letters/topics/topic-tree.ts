/** 来信主题: one place of a tree of at most three levels. */
export type Topic = {
  id: number
  parentId: number | null
  level: number
  name: string
  answerWithin: number | null
  inUse: boolean
}
export const deepestLevel = 3

type Known = ReadonlyMap<number, Topic>
export const byId = (topics: readonly Topic[]): Known => new Map(topics.map((topic) => [topic.id, topic]))

/** From the first level down to the topic itself. */
export function pathOf(topics: Known, id: number): Topic[] {
  const topic = topics.get(id)
  if (!topic) return []
  return topic.parentId === null ? [topic] : [...pathOf(topics, topic.parentId), topic]
}

export const nameOf = (topics: Known, id: number | null): string =>
  id === null
    ? ''
    : pathOf(topics, id)
        .map(({ name }) => name)
        .join(' / ')

/** The topic's whole path; else the words that a letter was taken over with. */
export const topicOf = (topics: Known, letter: { topicId: number | null; topicGiven: string }): string =>
  nameOf(topics, letter.topicId) || (letter.topicGiven && `${letter.topicGiven}（未对应本单位主题）`)

/** Its own deadline, else its parent's; null: the mailbox decides. Unit: working days. */
export const answerWithinOf = (topics: Known, id: number): number | null =>
  pathOf(topics, id).findLast(({ answerWithin }) => answerWithin !== null)?.answerWithin ?? null

/** The topic and everything below it. */
export function withinTopic(topics: readonly Topic[], id: number): number[] {
  const below = topics.filter(({ parentId }) => parentId === id)
  return [id, ...below.flatMap((topic) => withinTopic(topics, topic.id))]
}
