import type { Day } from '#platform/clock'
import { type Db, sql } from '#platform/db'

export type PublishedHit = { id: number; title: string; publishedOn: Day; documentNumber: string | null }

/** Titles looked at before the best are chosen. */
const candidates = 200
const wordsAsked = 60

/**
 * Public items whose title shares three signs in a row with a question in free words, best first; a document number decides.
 * Reads the search index alone until the items are chosen.
 */
export async function findLike(
  db: Db,
  { text, documentNumber = '' }: { text: string; documentNumber?: string },
  limit: number,
): Promise<PublishedHit[]> {
  const asked = titlePhrases(text)
  const byNumber = documentNumber.trim()
  if (asked.length === 0 && !byNumber) return []
  const words = new Set(asked.flat())
  const { rows } = await sql<PublishedHit & { same: boolean }>`
    select p.article_id as id, p.title, p.published_on as "publishedOn", p.document_number as "documentNumber",
      coalesce(p.document_number = ${byNumber || null}, false) as same
    from (
      (select article_id from published_article_search where words @@ ${queryOf(asked)}::tsquery
        order by published_at desc, article_id desc limit ${candidates})
      union
      (select article_id from published_articles where document_number = ${byNumber || null} and state in ('live', 'archived') limit 5)
    ) chosen join published_articles p using (article_id)`.execute(db)
  const scoreOf = ({ title, same }: { title: string; same: boolean }) =>
    Number(same) * 1000 + pairs(title).filter((pair) => words.has(pair)).length / Math.sqrt(title.length)
  return rows
    .sort((one, other) => scoreOf(other) - scoreOf(one) || other.id - one.id)
    .slice(0, limit)
    .map(({ id, title, publishedOn, documentNumber: number }) => ({
      id,
      title,
      publishedOn,
      documentNumber: number,
    }))
}

/** Neighbouring pairs that both must be in the title: three signs in a row. */
function titlePhrases(text: string): [string, string][] {
  const runs = text.slice(0, 1000).match(/[㐀-䶿一-鿿豈-﫿]{3,}/g) ?? []
  const phrases = runs.flatMap((run) => {
    const found = pairs(run)
    return found.slice(1).map((pair, at): [string, string] => [found[at] ?? '', pair])
  })
  return phrases.filter((phrase) => !phrase.some((pair) => everywhere.has(pair))).slice(0, wordsAsked)
}

/** In every other question or title; tells nothing apart. */
const everywhere = new Set([
  '申请',
  '请公',
  '公开',
  '开政',
  '政府',
  '府信',
  '信息',
  '关于',
  '通知',
  '的通',
  '贵单',
  '单位',
])

const pairs = (text: string): string[] => {
  const signs = [...text]
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

const queryOf = (phrases: readonly (readonly [string, string])[]): string =>
  phrases.map(([one, other]) => `('^${one}' & '^${other}')`).join(' | ')
