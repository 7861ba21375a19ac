import type { Db, Tx } from '#platform/db'
import { type AnswerIndex, buildIndex, type Document } from './ranking/answer-index.ts'

export type Corpus = 'letters' | 'entries'

/** Reads every answer of a corpus (`reference_answers`) and builds its index, for commands and jobs; a server has `liveIndex`. */
export const loadIndex = async (db: Db | Tx, corpus: Corpus): Promise<AnswerIndex> =>
  buildIndex(await readDocuments(db, corpus))

/** All answers of a corpus, or those that are named. */
export async function readDocuments(
  db: Db | Tx,
  corpus: Corpus,
  entries?: readonly string[],
): Promise<Document[]> {
  const rows = await db
    .selectFrom('reference_answers')
    .select(['entry', 'title', 'answer', 'variants', 'open'])
    .where('corpus', '=', corpus)
    .$if(entries !== undefined, (q) => q.where('entry', 'in', entries ?? []))
    .orderBy('entry')
    .execute()
  // A letter's own subject is left out: a reply is found by what it says.
  type Row = { title: string | null; answer: string | null; variants: string | null }
  const textOf = ({ title, answer, variants }: Row) =>
    corpus === 'letters' ? (answer ?? '') : `${title ?? ''}\n${variants ?? ''}\n${answer ?? ''}`
  return rows.map((row) => ({ entry: row.entry ?? '', text: textOf(row), open: row.open === true }))
}
