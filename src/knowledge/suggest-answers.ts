import type { Platform } from '#platform'
import type { SuggestedAnswer } from './contract.ts'
import { liveIndex } from './live-index.ts'
import type { Corpus } from './load-index.ts'
import { withoutCopies } from './ranking/near-copy.ts'
import { rank } from './ranking/rank.ts'

const corpora: readonly Corpus[] = ['entries', 'letters']
/** Merged letters carry one reply: so many candidates a suggestion are looked at, the second number when copies left too few. */
const looked = [4, 20] as const

type Ranked = Omit<SuggestedAnswer, 'title' | 'answer' | 'topic'>

/**
 * The best answers of all corpora with their words, best first, each said once; at equal scores a reviewed entry stands before
 * a letter. `openOnly`: among those that everybody may read.
 */
export async function suggestAnswers(
  platform: Platform,
  text: string,
  limit = 5,
  { openOnly = false } = {},
): Promise<SuggestedAnswer[]> {
  const shown: SuggestedAnswer[] = []
  let at = 0
  for (const share of looked) {
    const most = share * limit
    const found = await Promise.all(corpora.map((corpus) => ranked(platform, corpus, text, most, openOnly)))
    const best = found
      .flat()
      .sort((one, other) => other.score - one.score)
      .slice(0, most)
    for (; at < best.length && shown.length < limit; at += limit) {
      const answers = await withWords(platform, best.slice(at, at + limit), openOnly)
      shown.push(...withoutCopies(answers, shown))
    }
    if (best.length < most) break
  }
  return shown.slice(0, limit)
}

/** Entries that answer nearly the same, copies too: for whoever merges them. */
export const suggestEntries = async (platform: Platform, text: string, limit = 5) =>
  withWords(platform, await ranked(platform, 'entries', text, limit))

async function ranked(
  platform: Platform,
  corpus: Corpus,
  text: string,
  limit: number,
  openOnly = false,
): Promise<Ranked[]> {
  const index = await liveIndex(platform, corpus)
  return rank(index, text, limit, openOnly).map((suggestion) => ({ corpus, ...suggestion }))
}

/** What has been withdrawn since the index was built, and what is valid no more, is left out. */
async function withWords(
  { db, clock }: Platform,
  best: readonly Ranked[],
  openOnly = false,
): Promise<SuggestedAnswer[]> {
  if (!best.length) return []
  const rows = await db
    .selectFrom('reference_answers')
    .select(['corpus', 'entry', 'title', 'answer', 'topic'])
    .where(
      'entry',
      'in',
      best.map(({ entry }) => entry),
    )
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', clock.today())]))
    .$if(openOnly, (q) => q.where('open', '=', true))
    .execute()
  return best.flatMap((suggestion) => {
    const row = rows.find(({ corpus, entry }) => corpus === suggestion.corpus && entry === suggestion.entry)
    return row
      ? [{ ...suggestion, title: row.title ?? '', answer: row.answer ?? '', topic: row.topic ?? '' }]
      : []
  })
}
