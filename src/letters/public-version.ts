import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Attachment } from './attachments.ts'
import type { PublicVersion } from './contract.ts'
import { knownOfLetter } from './known.ts'
import { isOpen, type Letter } from './letter.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { latestReply } from './replies.ts'
import { assertFilesPublic } from './reply-files/check-reply-file.ts'
import { listReplyFiles, type ReplyFile, showFiles } from './reply-files/store.ts'
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
    const latest = await latestReply(tx, id)
    const waiting = isOpen(letter.status) ? latest : undefined
    if (waiting && !waiting.approved_by && text.reply)
      await tx
        .updateTable('letter_replies')
        .set({ body_public: text.reply })
        .where('id', '=', waiting.id)
        .execute()
    await chooseAttachments(tx, id, text.attachments)
    if (latest && text.replyFiles) await showFiles(tx, latest.id, text.replyFiles)
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

/** Shows the public version as it was read, or hides it again. Law: PIPL art. 25. Throws: Refusal no_consent, own_public_version, own_reply_public, own_basis, public_version_changed, reply_file_personal, reply_file_unchecked. */
export function releaseLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  { shown, version, filesChecked = false }: { shown: boolean; version: number; filesChecked?: boolean },
) {
  return moveLetter(platform, staff, id, 'release', async (tx, letter) => {
    if (shown) assertReleasable(letter, staff, (await latestReply(tx, id))?.drafted_by)
    if (shown && letter.version !== version) throw refuse('public_version_changed')
    if (shown) await assertFiles(tx, platform, id, filesChecked)
    await saveLetter(tx, letter, { released: shown })
    return { kind: shown ? 'released' : 'hidden' }
  })
}

async function assertFiles(tx: Tx, platform: Platform, id: number, checked: boolean) {
  const reply = await latestReply(tx, id)
  const own = (await listReplyFiles(tx, platform, id)).filter(({ replyId }) => replyId === reply?.id)
  assertFilesPublic(own, await knownOfLetter(tx, platform, id), { checked })
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
  reply: { id: number; content_hash: string; body_public: string }
  attachments: readonly Pick<Attachment, 'id' | 'namePublic' | 'textPublic' | 'shown'>[]
  replyFiles: readonly Pick<ReplyFile, 'id' | 'replyId' | 'sha256' | 'namePublic' | 'shown'>[]
}

/** What an approver reads: the reply to the sender and its files, and every word that would be public. */
export function hashOfSeen(
  letter: Seen['letter'],
  reply: Seen['reply'],
  attachments: Seen['attachments'],
  replyFiles: Seen['replyFiles'],
): string {
  const files = attachments
    .filter(({ shown }) => shown)
    .map(({ id, namePublic, textPublic }) => [id, namePublic, textPublic])
  const own = replyFiles
    .filter(({ replyId }) => replyId === reply.id)
    .map(({ id, sha256, namePublic, shown }) => [id, sha256, namePublic, shown])
  const words = [reply.content_hash, letter.subjectPublic, letter.bodyPublic, reply.body_public]
  return createHash('sha256')
    .update(JSON.stringify([...words, files, own]))
    .digest('hex')
}
