import { record } from '#audit'
import type { Platform } from '#platform'
import { findByReceipt } from '#platform/limits'
import { isReceiptCode } from '#platform/seal'
import { listAttachments } from './attachments.ts'
import { listEvents } from './events.ts'
import { listFollowUps } from './follow-ups.ts'
import { approvedReplies } from './replies.ts'
import { filesForSender } from './reply-files/open-reply-file.ts'
import { type Original, unsealOriginal, unsealReply } from './sealed.ts'
import { getLetter } from './store.ts'

/** Finds a letter by number and code. Throws: Refusal code_wrong, guessed_too_often. */
export function findSent(
  platform: Platform,
  number: string,
  code: string,
  address = 'unknown',
): Promise<number> {
  const { db, config } = platform
  const given = number.trim().toUpperCase()
  return findByReceipt(platform, { kind: 'letter', number: given, address }, async () => {
    const row = await db.selectFrom('letters').select('id').where('number', '=', given).executeTakeFirst()
    return row && isReceiptCode(config.secretKey, 'letter', given, code) ? row.id : undefined
  })
}

/** What the sender sees: the own words, and every reply in full, once it is given. The read is on the audit record. Law: PIPL art. 45. */
export async function readSent(platform: Platform, id: number) {
  const written = await readOwnWords(platform, id)
  const { db } = platform
  const letter = await getLetter(db, id)
  const [events, replies, followUps, attachments, files] = await Promise.all([
    listEvents(db, id),
    approvedReplies(db, id),
    listFollowUps(db, id),
    listAttachments(db, id),
    filesForSender(platform, letter),
  ])
  const own = replies.map((reply) => ({
    on: reply.approved_on,
    text: unsealReply(platform, reply.body_sealed),
  }))
  const others = (await replyOfRow(platform, id)).filter(({ text }) => own.every((one) => one.text !== text))
  return {
    letter,
    written,
    events,
    replies: own.length && letter.status !== 'merged' ? own : [...own, ...others],
    followUps,
    attachments: attachments.length,
    files: files.map(({ id, name, sizeBytes }) => ({ id, name, sizeBytes })),
  }
}
export type Sent = Awaited<ReturnType<typeof readSent>>

/** Null once the period of retention has passed. */
function readOwnWords(platform: Platform, id: number): Promise<Original | null> {
  return platform.inTransaction(async (tx) => {
    const { original_sealed, erased_at } = await tx
      .selectFrom('letters')
      .select(['original_sealed', 'erased_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    record(tx, { actor: { kind: 'citizen' }, action: 'letters.read_own', subject: { kind: 'letter', id } })
    return erased_at ? null : unsealOriginal(platform, original_sealed)
  })
}

/** A letter that was taken over, or merged, has its reply in the row; one reopened and then merged has both. */
async function replyOfRow(platform: Platform, id: number) {
  const row = await platform.db
    .selectFrom('letters')
    .select(['reply_sealed', 'last_replied_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.reply_sealed && row.last_replied_on
    ? [{ on: row.last_replied_on, text: unsealReply(platform, row.reply_sealed) }]
    : []
}
