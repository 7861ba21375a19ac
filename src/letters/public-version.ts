import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Attachment } from './attachments.ts'
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
    await chooseAttachments(tx, id, text.attachments)
    return { kind: 'public_version_changed' }
  })
}

/** Those that are shown, in the words that are shown; the others are not. */
async function chooseAttachments(tx: Tx, letterId: number, chosen: PublicVersion['attachments']) {
  const own = tx.updateTable('letter_attachments').where('letter_id', '=', letterId)
  await own.set({ shown: false }).execute()
  for (const { id, name, text } of chosen)
    await own.set({ shown: true, name_public: name, text_public: text }).where('id', '=', id).execute()
}

/** Shows the public version as it was read, or hides it again. Law: PIPL art. 25. Throws: Refusal no_consent, own_public_version, own_reply_public, own_basis, public_version_changed. */
export function releaseLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  { shown, version }: { shown: boolean; version: number },
) {
  return moveLetter(platform, staff, id, 'release', async (tx, letter) => {
    if (shown) assertReleasable(letter, staff, (await latestReply(tx, id))?.drafted_by)
    if (shown && letter.version !== version) throw refuse('public_version_changed')
    await saveLetter(tx, letter, { released: shown })
    return { kind: shown ? 'released' : 'hidden' }
  })
}

/** Neither who wrote what is public nor who wrote down why it may be decides. Throws: Refusal no_consent, own_public_version, own_reply_public, own_basis. */
export function assertReleasable(letter: Letter, staff: Staff, draftedBy: number | undefined) {
  if (!letter.consents) throw refuse('no_consent')
  if (letter.publicChangedBy === staff.id) throw refuse('own_public_version')
  if (letter.basisRecordedBy === staff.id) throw refuse('own_basis')
  if (draftedBy === staff.id) throw refuse('own_reply_public')
}

type Seen = {
  letter: Pick<Letter, 'subjectPublic' | 'bodyPublic'>
  reply: { content_hash: string; body_public: string }
  attachments: readonly Pick<Attachment, 'id' | 'namePublic' | 'textPublic' | 'shown'>[]
}

/** What an approver reads: the reply to the sender, and every word that would be public. */
export function hashOfSeen(
  letter: Seen['letter'],
  reply: Seen['reply'],
  attachments: Seen['attachments'],
): string {
  const files = attachments
    .filter(({ shown }) => shown)
    .map(({ id, namePublic, textPublic }) => [id, namePublic, textPublic])
  const words = [reply.content_hash, letter.subjectPublic, letter.bodyPublic, reply.body_public, files]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}
