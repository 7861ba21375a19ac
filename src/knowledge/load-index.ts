import type { Db, Tx } from '#platform/db'
import { type AnswerIndex, buildIndex } from './ranking/answer-index.ts'

export type Corpus = 'letters' | 'entries'

/** Reads every answer of a corpus (`reference_answers`) and builds its index. */
export async function loadIndex(db: Db | Tx, corpus: Corpus): Promise<AnswerIndex> {
  const rows = await db
    .selectFrom('reference_answers')
    .select(['entry', 'title', 'answer', 'variants'])
    .where('corpus', '=', corpus)
    .orderBy('entry')
    .execute()
  // A letter's own subject is left out: a reply is found by what it says.
  type Row = { title: string | null; answer: string | null; variants: string | null }
  const textOf = ({ title, answer, variants }: Row) =>
    corpus === 'letters' ? (answer ?? '') : `${title ?? ''}\n${variants ?? ''}\n${answer ?? ''}`
  return buildIndex(rows.map((row) => ({ entry: row.entry ?? '', text: textOf(row) })))
}
