import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { knownIn, maskKnown, maskReply } from '#privacy'
import { listAttachments, maskAttachments } from './attachments.ts'
import { hasMaskSigns, type ReplyDecision, type ReplyInput } from './contract.ts'
import { listDispatches, mayDraft } from './dispatches.ts'
import { endFollowUp } from './follow-ups.ts'
import { knownOfLetter } from './known.ts'
import type { Letter } from './letter.ts'
import { replyToMerged } from './merge-letter.ts'
import { assertForMerged, countMerged } from './merged-reply.ts'
import { type Done, moveLetter } from './move-letter.ts'
import { assertReleasable, hashOfSeen } from './public-version.ts'
import { refuse } from './refusals.ts'
import { latestReply } from './replies.ts'
import { assertFilesPublic } from './reply-files/check-reply-file.ts'
import { listReplyFiles, takeAlong } from './reply-files/store.ts'
import { sealKnown, sealReply, unsealReply } from './sealed.ts'
import { saveLetter, saveMasked } from './store.ts'
import { tellOfReply } from './tell-sender.ts'

type Reply = NonNullable<Awaited<ReturnType<typeof latestReply>>>

/** The handler's reply, for another person to approve. Throws: Refusal other_department, reply_has_stars, merged_reply_missing, merged_reply_personal. */
export function draftReply(
  platform: Platform,
  staff: Staff,
  id: number,
  body: string,
  { starsMeant = false, shownFiles = [], forMerged = '', from }: Omit<ReplyInput, 'body'> = {},
) {
  return moveLetter(platform, staff, id, 'draft_reply', async (tx, letter) => {
    if (!mayDraft(staff, await listDispatches(tx, id))) throw refuse('other_department')
    if (hasMaskSigns(body) && !starsMeant) throw refuse('reply_has_stars')
    const masked = await maskedReply(tx, platform, letter, body)
    await assertForMerged(tx, platform, id, { forMerged, tells: masked !== body })
    const reply = await tx
      .insertInto('letter_replies')
      .values({
        letter_id: id,
        body_sealed: sealReply(platform, body),
        body_public: masked,
        for_merged_sealed: forMerged ? sealReply(platform, forMerged) : null,
        content_hash: createHash('sha256').update(`${id}\n${body}\n${forMerged}`).digest('hex'),
        drafted_by: staff.id,
        from_corpus: from?.corpus ?? null,
        from_entry: from?.entry ?? null,
        drafted_at: platform.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await takeAlong(tx, id, reply.id, shownFiles)
    await saveLetter(tx, letter, { status: 'in_approval' })
    return { kind: 'reply_drafted' }
  })
}

/** A reply greets its reader by name and says who was there: what the letter tells is masked in it, and what it tells in the letter. */
async function maskedReply(tx: Tx, platform: Platform, letter: Letter, body: string): Promise<string> {
  const before = await knownOfLetter(tx, platform, letter.id)
  const known = knownIn([[body, 'office']], before)
  if (known.length > before.length) {
    await saveMasked(tx, letter.id, {
      subject_public: maskKnown(letter.subjectPublic, known),
      body_public: maskKnown(letter.bodyPublic, known),
      known_sealed: sealKnown(platform, known),
    })
    await maskAttachments(tx, letter.id, known)
  }
  return maskReply(body, ...known)
}

/** A second person approves the reply they read, and decides whether the public version is shown. Throws: Refusal own_reply, reply_changed, return_needs_reason, no_consent, own_public_version, reply_file_personal, reply_file_unchecked. */
export function decideReply(platform: Platform, staff: Staff, id: number, given: ReplyDecision) {
  return moveLetter(platform, staff, id, 'decide_reply', async (tx, letter) => {
    const reply = await latestReply(tx, id)
    const attachments = await listAttachments(tx, id)
    const files = await listReplyFiles(tx, platform, id)
    if (!reply || hashOfSeen(letter, reply, attachments, files) !== given.contentHash)
      throw refuse('reply_changed')
    if (reply.drafted_by === staff.id) throw refuse('own_reply')
    if (given.decision === 'returned') return returned(tx, letter, reply, given.reason ?? '')
    await assertMergedSince(tx, platform, id, reply)
    const { release = false, filesChecked = false } = given
    if (release) {
      assertReleasable(letter, staff, reply.drafted_by)
      const known = await knownOfLetter(tx, platform, id)
      const own = files.filter(({ replyId }) => replyId === reply.id)
      assertFilesPublic(own, known, { checked: filesChecked })
    }
    await approve(tx, platform, staff, letter, reply, release)
    return { kind: 'replied', detail: { released: release } }
  })
}

/** A letter may have been merged after the draft was written. Throws: Refusal merged_reply_missing, merged_reply_personal. */
async function assertMergedSince(tx: Tx, platform: Platform, id: number, reply: Reply) {
  if ((await countMerged(tx, id)) === 0) return
  const body = unsealReply(platform, reply.body_sealed)
  const known = await knownOfLetter(tx, platform, id)
  const forMerged = reply.for_merged_sealed ? unsealReply(platform, reply.for_merged_sealed) : ''
  await assertForMerged(tx, platform, id, { forMerged, tells: maskReply(body, ...known) !== body })
}

async function returned(tx: Tx, letter: Letter, reply: Reply, reason: string): Promise<Done> {
  if (!reason) throw refuse('return_needs_reason', { reason: '退回时请写明原因。' })
  await tx.updateTable('letter_replies').set({ returned_reason: reason }).where('id', '=', reply.id).execute()
  await saveLetter(tx, letter, { status: 'handling' })
  return { kind: 'reply_returned', detail: { reason } }
}

async function approve(
  tx: Tx,
  platform: Platform,
  staff: Staff,
  letter: Letter,
  reply: Reply,
  released: boolean,
) {
  const today = platform.clock.today()
  await tx
    .updateTable('letter_replies')
    .set({ approved_by: staff.id, approved_on: today })
    .where('id', '=', reply.id)
    .execute()
  const first = letter.repliedOn ? {} : { replied_at: platform.clock.now(), replied_on: today }
  await saveLetter(tx, letter, {
    ...first,
    status: 'replied',
    reply_sealed: reply.body_sealed,
    reply_public: reply.body_public,
    last_replied_on: today,
    released,
  })
  await endFollowUp(tx, platform, letter.id, { staffId: staff.id })
  await tellOfReply(tx, platform, letter.id)
  await replyToMerged(tx, platform, letter.id, today)
}
