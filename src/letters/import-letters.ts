import { z } from 'zod'
import { record } from '#audit'
import { workingCalendar } from '#calendar'
import type { Command, Platform } from '#platform'
import { type Day, dayOf, parseInstant } from '#platform/clock'
import type { Tx } from '#platform/db'
import { type ImportReport, type ImportRow, importBatches, printReport } from '#platform/import'
import { knownIn, maskReply } from '#privacy'
import { deadline } from './deadline.ts'
import { importedSenderKey } from './keys.ts'
import { knownOfOriginal, maskedWords } from './known.ts'
import { sealOriginal, sealReply } from './sealed.ts'
import { listMailboxes } from './store.ts'
import { listTopics } from './topics/store.ts'
import { answerWithinOf, byId, nameOf, type Topic } from './topics/topic-tree.ts'

const instant = (name: string) =>
  z.union([z.string(), z.date()]).transform((value, context) => {
    const at = value instanceof Date ? value : parseInstant(value)
    if (at) return at
    context.addIssue({ code: 'custom', message: `${name} is no time (YYYY-MM-DDTHH:MM:SS)` })
    return z.NEVER
  })
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** Columns of the import file; docs/import-letters.md describes them. */
const importedLetter = z.object({
  id: z.coerce.string().trim().min(1, 'id is missing').max(100, 'id is longer than 100 characters'),
  subject: z.string().trim().min(1, 'subject is missing').max(500, 'subject is longer than 500 characters'),
  body: z.string().trim().max(100_000, 'body is too long').default(''),
  submitted_at: instant('submitted_at'),
  reply: optional(z.string().trim().max(100_000, 'reply is too long')),
  replied_at: optional(instant('replied_at')),
  mailbox: optional(z.string()),
  topic: optional(z.string().max(100)),
  author: optional(z.coerce.string().max(100)),
  /** Whether the sender agreed to publication; nobody has when it is absent. */
  consent: optional(z.enum(['yes', 'no'], 'consent is neither yes nor no')),
})
export type ImportedLetter = z.infer<typeof importedLetter>

/** `gongkai import letters FILE`. A letter is taken over as it stands and is not public until somebody releases it. */
export async function importLetters(platform: Platform, path: string): Promise<ImportReport> {
  const mailboxes = await mailboxKeys(platform)
  return importBatches<ImportedLetter>(path, {
    check: (row) => checkRow(row, mailboxes, platform.clock.now()),
    keep: (rows) => platform.inTransaction((tx) => keepLetters(platform, tx, rows)),
  })
}

/** By key or by name. */
async function mailboxKeys({ db }: Platform): Promise<Map<string, string>> {
  const rows = await db.selectFrom('mailboxes').select(['key', 'name']).execute()
  return new Map(rows.flatMap(({ key, name }) => [[key, key] as const, [name, key] as const]))
}

function checkRow(row: ImportRow, mailboxes: Map<string, string>, now: Date) {
  const parsed = importedLetter.safeParse(row.values)
  if (!parsed.success) return { reason: parsed.error.issues.map(({ message }) => message).join('; ') }
  const letter = parsed.data
  const mailbox = mailboxes.get(letter.mailbox ?? 'consultation')
  if (!mailbox) return { reason: `mailbox ${letter.mailbox} is unknown` }
  const reason = contradictionIn(letter, now)
  return reason ? { reason } : { value: { ...letter, mailbox } }
}

function contradictionIn({ submitted_at, reply, replied_at }: ImportedLetter, now: Date): string | undefined {
  if (submitted_at > now) return 'submitted_at is in the future'
  if (reply && !replied_at) return 'reply is given but replied_at is missing'
  if (replied_at && !reply) return 'replied_at is given but reply is missing'
  if (replied_at && replied_at < submitted_at) return 'replied_at is before submitted_at'
  if (replied_at && replied_at > now) return 'replied_at is in the future'
  return undefined
}

/**
 * Answers how many were new. Words as written are sealed; what may become public is masked. Released at once are only letters whose
 * senders agreed; one still open runs on the days of its topic or mailbox. Law: PIPL art. 25.
 */
export async function keepLetters(
  platform: Platform,
  tx: Tx,
  rows: readonly ImportedLetter[],
  { released }: { released: boolean } = { released: false },
): Promise<number> {
  const topics = await listTopics(tx)
  const named = topicsByName(topics)
  const clocks = await importClocks(tx, byId(topics))
  const values = rows.map((row) => {
    const columns = columnsOf(platform, row)
    const topic_id = row.topic ? (named.get(row.topic) ?? null) : null
    const days = columns.replied_on ? {} : clocks(columns.mailbox, topic_id, columns.received_on)
    return { ...columns, ...days, topic_id, released: released && columns.consents_to_publication }
  })
  const kept = await tx
    .insertInto('letters')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  if (kept.length) await platform.cache.touch(tx, ['letters'])
  for (const { id } of kept)
    record(tx, {
      actor: { kind: 'system', name: 'import' },
      action: 'letters.import',
      subject: { kind: 'letter', id },
    })
  return kept.length
}

/** Both last days of a letter that nobody has answered yet. */
async function importClocks(tx: Tx, topics: ReturnType<typeof byId>) {
  const calendar = await workingCalendar(tx)
  const mailboxes = new Map((await listMailboxes(tx)).map((box) => [box.key, box]))
  return (mailbox: string, topicId: number | null, receivedOn: Day) => {
    const box = mailboxes.get(mailbox)
    if (!box) return {}
    const within = (topicId === null ? null : answerWithinOf(topics, topicId)) ?? box.answer_within
    return {
      accept_due_on: deadline(calendar, receivedOn, box.accept_within),
      due_on: deadline(calendar, receivedOn, within),
    }
  }
}

/** A topic of the file is one of ours when it has its whole path, or a name that only one has. */
function topicsByName(topics: readonly Topic[]): Map<string, number> {
  const known = byId(topics)
  const names = Map.groupBy(topics, ({ name }) => name)
  const single = [...names].flatMap(([name, [first, second]]) =>
    first && !second ? [[name, first.id] as const] : [],
  )
  return new Map([...single, ...topics.map(({ id }) => [nameOf(known, id), id] as const)])
}

function columnsOf(platform: Platform, row: ImportedLetter) {
  const { subject, body, reply } = row
  const original = { author: row.author ?? '', telephone: '', email: '', subject, body }
  const known = knownIn(reply ? [[reply, 'office']] : [], knownOfOriginal(original))
  const receivedOn = dayOf(row.submitted_at)
  const repliedOn = row.replied_at ? dayOf(row.replied_at) : null
  return {
    number: `import-${row.id}`,
    mailbox: row.mailbox ?? 'consultation',
    // Taken over with its reply, a letter has come to its end.
    status: reply ? 'closed' : 'received',
    topic: row.topic ?? '',
    original_sealed: sealOriginal(platform, original),
    ...maskedWords(platform, original, known),
    submitted_at: row.submitted_at,
    received_on: receivedOn,
    consents_to_publication: row.consent === 'yes',
    accepted_on: reply ? receivedOn : null,
    reply_sealed: reply ? sealReply(platform, reply) : null,
    reply_public: reply ? maskReply(reply, ...known) : '',
    replied_at: row.replied_at ?? null,
    replied_on: repliedOn,
    last_replied_on: repliedOn,
    closed_on: repliedOn,
    sender_key: importedSenderKey(platform, original.author),
    import_key: row.id,
  }
}

export const importLettersCommand: Command = {
  name: 'import letters',
  usage: 'import letters FILE',
  summary: 'take over letters and replies from JSON Lines, CSV or XLSX',
  run: async (platform, [file]) => (file ? printReport(await importLetters(platform, file)) : 2),
}
