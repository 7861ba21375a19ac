import { type Actor, record } from '#audit'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { retentionEndsBefore } from '#platform/retention'
import { type Known, mask } from '#privacy'
import { insertEvent } from '../events.ts'
import { knownOfLetter } from '../known.ts'
import { sealFileName, sealKnown, sealOriginal, sealReply } from '../sealed.ts'
import { listExpired } from './expired.ts'

/** The run of the retention command, a thousand letters at a time. Answers how many. Law: PIPL art. 19, art. 47. */
export function eraseExpired(platform: Platform, years: number, by: Actor): Promise<number> {
  const on = platform.clock.today()
  return platform.inTransaction(async (tx) => {
    const expired = await listExpired(tx, retentionEndsBefore(on, years))
    for (const { id } of expired) {
      await eraseLetter(platform, tx, id)
      const at = platform.clock.now()
      await insertEvent(tx, { letterId: id, kind: 'personal_data_erased', on, staffId: null, at })
      const subject = { kind: 'letter', id }
      record(tx, { actor: by, action: 'letters.erase_person', subject, detail: { years } })
    }
    if (expired.length) await platform.cache.touch(tx, ['letters'])
    return expired.length
  })
}

/** Forgets who wrote and what was written: seals and files go. The masked version, what the public has, dates and counts stay. */
async function eraseLetter(platform: Platform, tx: Tx, id: number): Promise<void> {
  const known = await knownOfLetter(tx, platform, id)
  await forgetInLetter(platform, tx, id, known)
  await forgetInReplies(platform, tx, id)
  await tx
    .updateTable('letter_dispatches')
    .set({ opinion_sealed: null })
    .where('letter_id', '=', id)
    .execute()
  await tx
    .updateTable('letter_follow_ups')
    .set({ words_sealed: null, outcome_sealed: null })
    .where('letter_id', '=', id)
    .execute()
  await forgetInEvents(tx, id, known)
  await eraseFiles(platform, tx, id)
}

async function forgetInLetter(platform: Platform, tx: Tx, id: number, known: readonly Known[]) {
  const row = await tx
    .selectFrom('letters')
    .select(['subject_public', 'body_public', 'reply_public', 'publication_note'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const nobody = { author: '', telephone: '', email: '', subject: '', body: '' }
  await tx
    .updateTable('letters')
    .set({
      original_sealed: sealOriginal(platform, nobody),
      known_sealed: sealKnown(platform, []),
      reply_sealed: null,
      sender_key: null,
      publication_note: mask(row.publication_note, ...known),
      erased_at: platform.clock.now(),
    })
    .where('id', '=', id)
    .execute()
}

/** The hash of what was approved stays beside the words. */
async function forgetInReplies(platform: Platform, tx: Tx, id: number) {
  const replies = await tx
    .selectFrom('letter_replies')
    .select(['id', 'body_public', 'returned_reason'])
    .where('letter_id', '=', id)
    .execute()
  for (const reply of replies)
    await tx
      .updateTable('letter_replies')
      .set({ body_sealed: sealReply(platform, reply.body_public), for_merged_sealed: null })
      .where('id', '=', reply.id)
      .execute()
}

/** Notes and reasons of staff may name the sender. */
async function forgetInEvents(tx: Tx, id: number, known: readonly Known[]) {
  const events = await tx
    .selectFrom('letter_events')
    .select(['id', 'detail'])
    .where('letter_id', '=', id)
    .execute()
  for (const { id: event, detail } of events) {
    const words = Object.entries((detail ?? {}) as Record<string, unknown>)
    const without = Object.fromEntries(
      words.map(([key, said]) => [key, typeof said === 'string' ? mask(said, ...known) : said]),
    )
    await tx
      .updateTable('letter_events')
      .set({ detail: JSON.stringify(without) })
      .where('id', '=', event)
      .execute()
  }
}

/** What came in, and files of replies that only the sender got; what the public has stays, under its public name. */
async function eraseFiles(platform: Platform, tx: Tx, id: number) {
  const received = await tx
    .deleteFrom('letter_attachments')
    .where('letter_id', '=', id)
    .returning('file_id')
    .execute()
  const sent = await tx
    .deleteFrom('letter_reply_files')
    .where('letter_id', '=', id)
    .where('shown', '=', false)
    .returning('file_id')
    .execute()
  const shown = await tx
    .selectFrom('letter_reply_files')
    .select(['id', 'name_public'])
    .where('letter_id', '=', id)
    .execute()
  for (const file of shown)
    await tx
      .updateTable('letter_reply_files')
      .set({ name_sealed: sealFileName(platform, file.name_public) })
      .where('id', '=', file.id)
      .execute()
  for (const { file_id } of [...received, ...sent]) await platform.files.remove(tx, { id: file_id })
}
