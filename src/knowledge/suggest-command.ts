import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Command } from '#platform'
import type { Db } from '#platform/db'
import { type ImportRow, readRows, UnreadableImport } from '#platform/import'
import { type Corpus, loadIndex } from './load-index.ts'
import { rank, type Suggestion } from './ranking/rank.ts'

export const suggestCommand: Command = {
  name: 'suggest',
  usage: 'suggest [--batch FILE] [--corpus letters|entries] [TEXT]',
  summary: 'reference answers for a question, best first',
  run: async (platform, args) => {
    const given = read(args)
    if (!given) return 2
    const index = await loadIndex(platform.db, given.corpus)
    const write = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
    if (given.text) {
      const answers = await readAnswers(platform.db, given.corpus, rank(index, given.text))
      for (const answer of answers) write(answer)
      return 0
    }
    return answerBatch(given.batch, (id, text) =>
      write({ id, suggestions: rank(index, text).map(({ entry, score }) => ({ entry, score })) }),
    )
  },
}

/** For a person who asks: what the entry was asked and what it answers. */
async function readAnswers(db: Db, corpus: Corpus, found: readonly Suggestion[]) {
  if (found.length === 0) return []
  const entries = found.map(({ entry }) => entry)
  const rows = await db
    .selectFrom('reference_answers')
    .select(['entry', 'title as question', 'answer'])
    .where('corpus', '=', corpus)
    .where('entry', 'in', entries)
    .execute()
  const words = new Map(rows.map((row) => [row.entry, row]))
  return found.map((suggestion) => ({ ...suggestion, ...words.get(suggestion.entry) }))
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { batch: text, corpus: text },
      allowPositionals: true,
    })
    const corpus = values.corpus ?? 'entries'
    if (corpus !== 'letters' && corpus !== 'entries') throw new Error('--corpus is letters or entries')
    if (values.batch && positionals.length) throw new Error('--batch and a text exclude each other')
    return { corpus, batch: values.batch ?? '-', text: positionals.join(' ') } as const
  } catch (error) {
    process.stderr.write(`gongkai: ${(error as Error).message}\n`)
    return undefined
  }
}

/** Each line in, one line out, in the same order. A bad line is named on stderr and the others are answered. */
async function answerBatch(path: string, answer: (id: string, text: string) => void): Promise<number> {
  let bad = 0
  for await (const { line, values, problem } of rowsOf(path)) {
    const { id, text } = values
    if (problem || (typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') {
      process.stderr.write(`gongkai: line ${line}: ${problem ?? 'needs "id" and "text"'}\n`)
      bad += 1
    } else answer(String(id), text)
  }
  return bad ? 1 : 0
}

/** JSON Lines whatever the name ends in; `-` is standard input. */
async function* rowsOf(path: string): AsyncGenerator<ImportRow> {
  if (path !== '-' && path.endsWith('.jsonl')) return yield* readRows(path)
  const input = path === '-' ? process.stdin : createReadStream(path)
  let line = 0
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1
      if (text.trim()) yield parsed(line, text)
    }
  } catch {
    throw new UnreadableImport(`cannot read ${path}`)
  }
}

function parsed(line: number, text: string): ImportRow {
  try {
    return { line, values: JSON.parse(text) as Record<string, unknown> }
  } catch {
    return { line, values: {}, problem: 'not a JSON object' }
  }
}
