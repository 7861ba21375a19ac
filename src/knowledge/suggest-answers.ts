import type { Platform } from '#platform'
import type { SuggestedAnswer } from './contract.ts'
import { type Corpus, loadIndex } from './load-index.ts'
import type { AnswerIndex } from './ranking/answer-index.ts'
import { rank } from './ranking/rank.ts'

/** How old an index may be. Unit: milliseconds. A new reply is suggested a minute later at the latest. */
const freshFor = 60_000
const corpora: readonly Corpus[] = ['entries', 'letters']
const kept = new WeakMap<object, Map<Corpus, { index: Promise<AnswerIndex>; at: number }>>()

/** The best answers of all corpora with their words, best first; at equal scores a reviewed entry stands before a letter. */
export async function suggestAnswers(
  platform: Platform,
  text: string,
  limit = 5,
): Promise<SuggestedAnswer[]> {
  const found = await Promise.all(
    corpora.map(async (corpus) => {
      const index = await freshIndex(platform, corpus)
      return rank(index, text, limit).map((suggestion) => ({ corpus, ...suggestion }))
    }),
  )
  const best = found
    .flat()
    .sort((one, other) => other.score - one.score)
    .slice(0, limit)
  return withWords(platform, best)
}

function freshIndex({ db, clock }: Platform, corpus: Corpus): Promise<AnswerIndex> {
  const known = kept.get(db) ?? new Map()
  kept.set(db, known)
  const now = clock.now().getTime()
  const last = known.get(corpus)
  if (last && now - last.at < freshFor) return last.index
  const index = loadIndex(db, corpus)
  known.set(corpus, { index, at: now })
  index.catch(() => known.delete(corpus))
  return index
}

/** What was reviewed on this node is suggested at once, not a minute later. */
export function forgetIndex({ db }: Platform) {
  kept.get(db)?.delete('entries')
}

/** What has been withdrawn since the index was built, and what is valid no more, is left out. */
async function withWords(
  { db, clock }: Platform,
  best: readonly Omit<SuggestedAnswer, 'title' | 'answer'>[],
): Promise<SuggestedAnswer[]> {
  if (!best.length) return []
  const rows = await db
    .selectFrom('reference_answers')
    .select(['corpus', 'entry', 'title', 'answer'])
    .where(
      'entry',
      'in',
      best.map(({ entry }) => entry),
    )
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', clock.today())]))
    .execute()
  return best.flatMap((suggestion) => {
    const row = rows.find(({ corpus, entry }) => corpus === suggestion.corpus && entry === suggestion.entry)
    return row ? [{ ...suggestion, title: row.title ?? '', answer: row.answer ?? '' }] : []
  })
}
