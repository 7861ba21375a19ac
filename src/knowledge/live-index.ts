import type { Platform } from '#platform'
import { type Db, sql } from '#platform/db'
import { type Corpus, readDocuments } from './load-index.ts'
import { type AnswerIndex, type Document, emptyIndex } from './ranking/answer-index.ts'
import { inSlices } from './ranking/in-slices.ts'
import { revision } from './ranking/revise-index.ts'

/** How long nobody looks whether something was written. Unit: milliseconds. */
const freshFor = 60_000
/** After so long without a question, the next one waits for what is new rather than be told yesterday's. Unit: milliseconds. */
const quietFor = 600_000
/** Unless it is more than so many answers. */
const soonRead = 200
const answersPerRead = 500
/** Empty places, over answers, from which on the index is made from the beginning. */
const mostEmpty = 1

type Kept = {
  index: AnswerIndex
  /** Which writing of each answer the index knows. */
  versions: ReadonlyMap<string, string>
  mark: string
  lookedAt: number
  update?: { whole: Promise<void>; old: Promise<void>; serveOld: () => void } | undefined
}
const kept = new WeakMap<object, Map<Corpus, Kept>>()

function keptOf(db: Db, corpus: Corpus): Kept {
  const known = kept.get(db) ?? new Map<Corpus, Kept>()
  kept.set(db, known)
  const one = known.get(corpus) ?? { index: emptyIndex, versions: new Map(), mark: '', lookedAt: -Infinity }
  known.set(corpus, one)
  return one
}

/**
 * The index of a corpus. A minute after the last look a question has it asked whether anything was written, and only that is
 * read, in slices: a server stands still for no rebuilding, and questions get the index that is there.
 */
export async function liveIndex({ db, clock }: Platform, corpus: Corpus): Promise<AnswerIndex> {
  const own = keptOf(db, corpus)
  const now = clock.now().getTime()
  if (!own.update && now - own.lookedAt >= freshFor) {
    const waits = now - own.lookedAt >= quietFor
    own.lookedAt = now
    own.update = begin(db, corpus, own)
    if (!waits) own.update.serveOld()
  }
  if (own.update) await (own.mark ? Promise.race([own.update.whole, own.update.old]) : own.update.whole)
  return own.index
}

/** For a server that starts: the first question reads only what was written since. A failure is left to that question. */
export async function warmIndexes(platform: Platform): Promise<void> {
  for (const corpus of ['entries', 'letters'] as const) {
    await liveIndex(platform, corpus).catch(() => undefined)
    keptOf(platform.db, corpus).lookedAt = -Infinity
  }
}

/** What was reviewed on this node is suggested at once, not a minute later. */
export function lookAgain({ db }: Platform) {
  keptOf(db, 'entries').lookedAt = -Infinity
}

function begin(db: Db, corpus: Corpus, own: Kept): NonNullable<Kept['update']> {
  const { promise: old, resolve: serveOld } = Promise.withResolvers<void>()
  const whole = update(db, corpus, own, serveOld).finally(() => {
    own.update = undefined
  })
  // Whoever waits for it hears of a failure; the next question tries again.
  whole.catch(() => {
    own.lookedAt = -Infinity
  })
  return { whole, old, serveOld }
}

async function update(db: Db, corpus: Corpus, own: Kept, serveOld: () => void): Promise<void> {
  const mark = await markOf(db, corpus)
  if (mark === own.mark) return
  const versions = await versionsOf(db, corpus)
  const starts = own.index.entries.length > (1 + mostEmpty) * versions.size + soonRead
  const known = starts ? new Map<string, string>() : own.versions
  const gone = new Set([...known].flatMap(([entry, at]) => (versions.get(entry) === at ? [] : [entry])))
  const written = [...versions].flatMap(([entry, at]) => (known.get(entry) === at ? [] : [entry]))
  if (gone.size + written.length > soonRead) serveOld()
  const documents: Document[] = []
  for (let at = 0; at < written.length; at += answersPerRead)
    documents.push(...(await readDocuments(db, corpus, written.slice(at, at + answersPerRead))))
  own.index = await inSlices(revision(starts ? emptyIndex : own.index, gone, documents))
  own.versions = versions
  own.mark = mark
}

/** Changes whenever an answer is written, added or taken away; one row, whatever their number. */
async function markOf(db: Db, corpus: Corpus): Promise<string> {
  const { mark } = await db
    .selectFrom('reference_answers')
    .select(
      sql<string>`count(*) || ' ' || coalesce(sum(hashtextextended(entry || ' ' || version, 0)), 0)`.as(
        'mark',
      ),
    )
    .where('corpus', '=', corpus)
    .executeTakeFirstOrThrow()
  return mark
}

async function versionsOf(db: Db, corpus: Corpus): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('reference_answers')
    .select(['entry', 'version'])
    .where('corpus', '=', corpus)
    .orderBy('entry')
    .execute()
  return new Map(rows.map(({ entry, version }) => [entry ?? '', version ?? '']))
}
