import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { loadIndex } from '../load-index.ts'
import { buildIndex } from '../ranking/answer-index.ts'
import { rank } from '../ranking/rank.ts'
import { type Asked, listAsked, listFallenOut, listMostUsed } from './store.ts'

/** Below it a suggestion is no answer. On real letters the right reply reaches it in 77 of 100, a wrong one in 12 of 100. */
const answeredFrom = 0.12
/** Two questions are one from here on: real letters above it were about the same thing, a little below it about another. */
const alikeFrom = 0.2
const mostGroups = 20
/** A question that was asked once and has no answer is listed, too: after those that were asked more often. */
const mostUnanswered = 100

export type Group = { title: string; count: number; entries: { corpus: string; entry: string }[] }
/** How often an entry was given to somebody, and where. */
export type Use = {
  id: number
  question: string
  times: number
  calls: number
  talks: number
  letters: number
}
export type Digest = {
  from: Day
  until: Day
  questions: number
  /** What was asked most, whether it has an answer or not. */
  most: Group[]
  /** What was asked and has no entry, most first. */
  unanswered: Group[]
  used: Use[]
  /** Out of use, with the reason; whoever looks after each has been told. */
  stale: { id: number; question: string; because: string; owner: string }[]
}

/** Counts what the agency was asked from `from` until `until`, both included. Unit: questions, at most the newest 2,000. */
export async function makeDigest(
  { db, clock }: Platform,
  period: { from: Day; until: Day },
): Promise<Digest> {
  const [asked, entries, used, stale] = await Promise.all([
    listAsked(db, period),
    loadIndex(db, 'entries'),
    listMostUsed(db, period),
    listFallenOut(db, clock.today()),
  ])
  const open = asked.filter(({ words }) => (rank(entries, words, 1)[0]?.score ?? 0) < answeredFrom)
  return {
    ...period,
    questions: asked.length,
    most: groupsOf(asked)
      .filter(({ count }) => count > 1)
      .slice(0, mostGroups),
    unanswered: groupsOf(open).slice(0, mostUnanswered),
    used,
    stale,
  }
}

/** Questions that are alike, each in the group of the first one that it resembles, the largest groups first. */
export function groupsOf(asked: readonly Asked[]): Group[] {
  const index = buildIndex(asked.map(({ words }, at) => ({ entry: String(at), text: words })))
  const groupOf = new Map<number, number>()
  asked.forEach(({ words }, at) => {
    if (groupOf.has(at)) return
    groupOf.set(at, at)
    for (const { entry, score } of rank(index, words, 50))
      if (score >= alikeFrom && !groupOf.has(Number(entry))) groupOf.set(Number(entry), at)
  })
  return [...Map.groupBy(groupOf.keys(), (at) => groupOf.get(at) ?? at)]
    .map(([first, members]) => ({
      title: asked[first]?.title ?? '',
      count: members.length,
      entries: members
        .slice(0, 10)
        .map((at) => ({ corpus: asked[at]?.corpus ?? '', entry: asked[at]?.entry ?? '' })),
    }))
    .sort((one, other) => other.count - one.count)
}
