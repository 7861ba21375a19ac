import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { type AnswerIndex, buildIndex, rank, suggestAnswers } from '#knowledge'
import { sql } from '#platform/db'
import { countsOf, termsOf } from '../src/knowledge/ranking/terms.ts'
import { insertReplied } from '../test/replied-letters.ts'
import type { Bench, Measured } from './run.ts'
import { findData } from './stage/data.ts'
import { openStage } from './stage/open-stage.ts'
import { percentile } from './stage/programs.ts'

type Letter = { id: string; subject: string; body: string; reply: string }

/** Plain BM25 (k1 1.2, b 0.75) on the same pairs: the peer. */
function plain(index: AnswerIndex, question: string): string[] {
  const size = index.entries.length
  const scores = new Float64Array(size)
  for (const [term, count] of countsOf(termsOf(question))) {
    const posting = index.postings.get(term)
    if (!posting) continue
    const found = posting.documents.length
    const weight = count * Math.log(1 + (size - found + 0.5) / (found + 0.5))
    posting.documents.forEach((position, at) => {
      const times = posting.counts[at] ?? 0
      const long = 1.2 * (0.25 + 0.75 * ((index.lengths[position] ?? 0) / index.meanLength))
      scores[position] = (scores[position] ?? 0) + (weight * times * 2.2) / (times + long)
    })
  }
  const order = [...scores.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
  return order.slice(0, 3).map((position) => index.entries[position] ?? '')
}

function quality(letters: readonly Letter[], find: (question: string) => string[]) {
  let [first, third] = [0, 0]
  for (const { id, subject, body } of letters) {
    const place = find(`${subject}\n${body}`).slice(0, 3).indexOf(id)
    if (place === 0) first += 1
    if (place >= 0) third += 1
  }
  const share = (count: number) => (100 * count) / letters.length
  return { first: share(first), third: share(third) }
}

export const bench: Bench = {
  name: 'suggest',
  about:
    'The replies of real letters are the entries, subject and body the question. Parameters were chosen on the even letters; “other half” is measured on the odd ones, against all replies. Pairs of signs and a cosine beside BM25 did better than segmented words alone (66 %) and than their fusion.',
  run: async () => {
    const data = findData('letters.jsonl')
    if (!data) return undefined
    const letters = readFileSync(data, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Letter)
    const index = buildIndex(letters.map(({ id, reply }) => ({ entry: id, text: reply })))
    const ours = (question: string) => rank(index, question).map(({ entry }) => entry)
    const sets = [
      ['all', letters],
      ['other half', letters.filter((_, at) => at % 2 === 1)],
    ] as const
    const measured = sets.flatMap(([name, set]): Measured[] => {
      const [us, peer] = [quality(set, ours), quality(set, (question) => plain(index, question))]
      return [
        {
          what: `right reply first (${name})`,
          value: us.first,
          unit: '%',
          against: `plain BM25 ${peer.first.toFixed(1)} %`,
          ratio: us.first / peer.first,
        },
        {
          what: `in the first three (${name})`,
          value: us.third,
          unit: '%',
          against: `plain BM25 ${peer.third.toFixed(1)} %`,
          ratio: us.third / peer.third,
        },
      ]
    })
    return [...measured, timeAt(20_000, letters), ...(await door(20_000, letters))]
  },
}

/** Mean time of a real question over so many entries, made by repeating the replies cut at different places. */
function timeAt(entries: number, letters: readonly Letter[]): Measured {
  const documents = Array.from({ length: entries }, (_, at) => {
    const { reply } = letters[at % letters.length] as Letter
    return { entry: String(at), text: reply.slice((at * 7) % 40) }
  })
  const index = buildIndex(documents)
  const asked = letters.slice(0, 200).map(({ subject, body }) => `${subject}\n${body}`)
  for (const question of asked.slice(0, 20)) rank(index, question)
  const started = performance.now()
  for (const question of asked) rank(index, question)
  const value = (performance.now() - started) / asked.length
  return {
    what: `a question at ${entries} entries, the index alone`,
    value,
    unit: 'ms',
    against: 'limit 20 ms',
    ratio: value / 20,
  }
}

/** The door that the server uses, over a database: warm, while one reply is new, and while a tenth of the replies is read anew. */
async function door(entries: number, letters: readonly Letter[]): Promise<Measured[]> {
  const stage = await openStage()
  try {
    const { db } = stage.platform
    const rows = Array.from({ length: entries }, (_, at) => {
      const { subject, reply } = letters[at % letters.length] as Letter
      return { number: String(at), subject, reply: reply.slice((at * 7) % 40) }
    })
    await insertReplied(db, rows)
    await sql`vacuum analyze letters`.execute(db)
    let minutes = 0
    const clock = {
      ...stage.platform.clock,
      now: () => new Date(stage.platform.clock.now().getTime() + minutes * 60_000),
    }
    const ask = async (nth: number) => {
      const { subject, body } = letters[nth % letters.length] as Letter
      const started = performance.now()
      await suggestAnswers({ ...stage.platform, clock }, `${subject}\n${body}`)
      return performance.now() - started
    }
    const first = await measured('the first question of a server', 1, ask)
    const warm = await measured('suggestAnswers, nothing new', 300, ask)
    const touch = (share: number) =>
      db
        .updateTable('letters')
        .set({ reply_public: sql<string>`reply_public || '。'` })
        .where('id', 'in', (eb) => eb.selectFrom('letters').select('id').limit(share))
        .execute()
    await touch(1)
    minutes += 2
    const one = await measured('suggestAnswers while one reply is read', 20, ask)
    await touch(entries / 10)
    minutes += 2
    const many = await measured(`suggestAnswers while ${entries / 10} replies are read anew`, 100, ask)
    return [...first, ...warm, ...one, ...many]
  } finally {
    await stage.close()
  }
}

/** How long questions took, one after another, and how long nothing else had a turn. */
async function measured(
  what: string,
  times: number,
  ask: (nth: number) => Promise<number>,
): Promise<Measured[]> {
  const before = process.cpuUsage()
  const stillness = monitorEventLoopDelay({ resolution: 1 })
  stillness.enable()
  const took: number[] = []
  for (let nth = 0; nth < times; nth += 1) {
    took.push(await ask(nth))
    await setImmediate()
  }
  stillness.disable()
  // A server’s first question waits for the whole index; others have their turn meanwhile.
  const limit = times === 1 ? 10_000 : 20
  const line = (name: string, value: number): Measured => ({
    what: name,
    value,
    unit: 'ms',
    against: `limit ${limit} ms`,
    ratio: value / limit,
  })
  const longest = {
    ...line(`${what}: longest stillness`, stillness.max / 1e6),
    against: 'the whole index in one piece: 2500 ms',
    ratio: stillness.max / 1e6 / 2500,
  }
  if (times === 1) return [line(what, took[0] ?? 0), longest]
  const { user, system } = process.cpuUsage(before)
  const mean = took.reduce((sum, value) => sum + value, 0) / times
  return [
    line(`${what}, mean`, mean),
    line(`${what}, p95`, percentile(took, 0.95)),
    line(`${what}, the server’s own work a question`, (user + system) / 1000 / times),
    longest,
  ]
}
