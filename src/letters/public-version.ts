import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import type { PublicVersion } from './contract.ts'
import { isOpen, type Letter } from './letter.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { latestReply } from './replies.ts'
import { saveLetter } from './store.ts'

/** Edits what the public would see; a released letter must be released again, by another person. */
export function changePublicVersion(platform: Platform, staff: Staff, id: number, text: PublicVersion) {
  return moveLetter(platform, staff, id, 'change_public_version', async (tx, letter) => {
    await saveLetter(tx, letter, {
      subject_public: text.subject,
      body_public: text.body,
      reply_public: isOpen(letter.status) ? letter.replyPublic : text.reply,
      released: false,
      public_changed_by: staff.id,
    })
    // A reply that waits for approval has its public version beside it.
    const waiting = isOpen(letter.status) ? await latestReply(tx, id) : undefined
    if (waiting && !waiting.approved_by && text.reply)
      await tx
        .updateTable('letter_replies')
        .set({ body_public: text.reply })
        .where('id', '=', waiting.id)
        .execute()
    const { attachments } = text
    await tx
      .updateTable('letter_attachments')
      .set({ shown: sql<boolean>`id = any(${attachments}::bigint[])` })
      .where('letter_id', '=', id)
      .execute()
    return { kind: 'public_version_changed' }
  })
}

/** Shows the public version as it was read, or hides it again. Law: PIPL art. 25. Throws: Refusal no_consent, own_public_version, public_version_changed. */
export function releaseLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  { shown, version }: { shown: boolean; version: number },
) {
  return moveLetter(platform, staff, id, 'release', async (tx, letter) => {
    if (shown) assertReleasable(letter, staff)
    if (shown && letter.version !== version) throw refuse('public_version_changed')
    await saveLetter(tx, letter, { released: shown })
    return { kind: shown ? 'released' : 'hidden' }
  })
}

/** Throws: Refusal no_consent, own_public_version. */
export function assertReleasable(letter: Letter, staff: Staff) {
  if (!letter.consents) throw refuse('no_consent')
  if (letter.publicChangedBy === staff.id) throw refuse('own_public_version')
}

/** What an approver reads: the reply to the sender, and every word that would be public. */
export function hashOfSeen(
  letter: Pick<Letter, 'subjectPublic' | 'bodyPublic'>,
  reply: { content_hash: string; body_public: string },
): string {
  const words = [reply.content_hash, letter.subjectPublic, letter.bodyPublic, reply.body_public]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}
