import { findPublic, suggestAnswers } from '#knowledge'
import type { Platform } from '#platform'

/** An answer that everybody may read already. */
export type AnsweredBefore = {
  title: string
  href: string
  excerpt: string
  /** Of the knowledge base: readers may say that it solved their question, and how many did. */
  entry?: { id: number; solved: number }
}

/** Below it the words shared say little. Unit: 0 to 1; chosen on imported letters by eye. */
const leastScore = 0.12
const excerptCharacters = 90

/** "Has this been answered?": public questions and released letters only, ranked among themselves, each answer once. */
export async function answeredBefore(platform: Platform, text: string, limit = 5): Promise<AnsweredBefore[]> {
  if (text.trim().length < 4) return []
  const answers = await suggestAnswers(platform, text, limit, { openOnly: true })
  const found = answers.filter(({ score }) => score >= leastScore)
  const released = await releasedAmong(
    platform,
    found.filter(({ corpus }) => corpus === 'letters').map(({ entry }) => entry),
  )
  const shown: AnsweredBefore[] = []
  for (const { corpus, entry, title, answer } of found) {
    const excerpt = answer.slice(0, excerptCharacters) + (answer.length > excerptCharacters ? '…' : '')
    const letterId = corpus === 'letters' ? released.get(entry) : undefined
    if (letterId) shown.push({ title, href: `/letters/${letterId}`, excerpt })
    if (corpus !== 'entries') continue
    const known = await findPublic(platform.db, platform.clock.today(), Number(entry))
    if (known)
      shown.push({
        title,
        href: `/answers/${entry}`,
        excerpt,
        entry: { id: known.id, solved: known.solved },
      })
  }
  return shown
}

async function releasedAmong({ db }: Platform, entries: readonly string[]): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map()
  const rows = await db
    .selectFrom('letters')
    .select((eb) => ['id', eb.fn.coalesce('import_key', 'number').as('entry')])
    .where('released', '=', true)
    .where((eb) => eb.or([eb('import_key', 'in', entries), eb('number', 'in', entries)]))
    .execute()
  return new Map(rows.map(({ id, entry }) => [entry, id]))
}
