import { createHash } from 'node:crypto'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Known, knownOfForm, strike } from '#privacy'
import { knownOfLetter } from './known.ts'
import type { Letter } from './letter.ts'
import * as sealed from './sealed.ts'
import { saveLetter } from './store.ts'

/** Strikes name, telephone and e-mail of the form from every text of the letter: words, attachments' names, replies, opinions, follow-ups. */
export async function forgetSender(tx: Tx, platform: Platform, letter: Letter): Promise<void> {
  const known = await knownOfLetter(tx, platform, letter.id)
  const { original_sealed, reply_sealed } = await tx
    .selectFrom('letters')
    .select(['original_sealed', 'reply_sealed'])
    .where('id', '=', letter.id)
    .executeTakeFirstOrThrow()
  const original = sealed.unsealOriginal(platform, original_sealed)
  const sender = knownOfForm(original)
  const without = (text: string) => strike(text, sender)
  await saveLetter(tx, letter, {
    original_sealed: sealed.sealOriginal(platform, {
      author: '',
      telephone: '',
      email: '',
      subject: without(original.subject),
      body: without(original.body),
    }),
    reply_sealed:
      reply_sealed && sealed.sealReply(platform, without(sealed.unsealReply(platform, reply_sealed))),
    known_sealed: sealed.sealKnown(platform, known),
    sender_key: null,
    name_withdrawn: true,
  })
  await strikeReplies(tx, platform, letter.id, sender)
  await strikeOthers(tx, platform, letter.id, without)
}

/** An approver who has a draft open reads it anew: its hash is another. */
async function strikeReplies(tx: Tx, platform: Platform, letterId: number, sender: readonly Known[]) {
  const replies = await tx
    .selectFrom('letter_replies')
    .select(['id', 'body_sealed', 'for_merged_sealed'])
    .where('letter_id', '=', letterId)
    .execute()
  for (const { id, body_sealed, for_merged_sealed } of replies) {
    const before = sealed.unsealReply(platform, body_sealed)
    const body = strike(before, sender)
    if (body === before) continue
    const forMerged = for_merged_sealed ? sealed.unsealReply(platform, for_merged_sealed) : ''
    const content_hash = createHash('sha256').update(`${letterId}\n${body}\n${forMerged}`).digest('hex')
    await tx
      .updateTable('letter_replies')
      .set({ body_sealed: sealed.sealReply(platform, body), content_hash })
      .where('id', '=', id)
      .execute()
  }
}

async function strikeOthers(tx: Tx, platform: Platform, letterId: number, without: (text: string) => string) {
  const anew = (
    text: Buffer | null,
    { seal, unseal }: { seal: typeof sealed.sealReply; unseal: typeof sealed.unsealReply },
  ) => text && seal(platform, without(unseal(platform, text)))
  const [files, opinions, followUps] = [
    { seal: sealed.sealFileName, unseal: sealed.unsealFileName },
    { seal: sealed.sealOpinion, unseal: sealed.unsealOpinion },
    { seal: sealed.sealFollowUp, unseal: sealed.unsealFollowUp },
  ]
  for (const { id, name_sealed } of await tx
    .selectFrom('letter_attachments')
    .select(['id', 'name_sealed'])
    .where('letter_id', '=', letterId)
    .execute())
    await tx
      .updateTable('letter_attachments')
      .set({ name_sealed: anew(name_sealed, files) ?? name_sealed })
      .where('id', '=', id)
      .execute()
  for (const { id, name_sealed } of await tx
    .selectFrom('letter_reply_files')
    .select(['id', 'name_sealed'])
    .where('letter_id', '=', letterId)
    .execute())
    await tx
      .updateTable('letter_reply_files')
      .set({ name_sealed: anew(name_sealed, files) ?? name_sealed })
      .where('id', '=', id)
      .execute()
  for (const { id, opinion_sealed } of await tx
    .selectFrom('letter_dispatches')
    .select(['id', 'opinion_sealed'])
    .where('letter_id', '=', letterId)
    .execute())
    await tx
      .updateTable('letter_dispatches')
      .set({ opinion_sealed: anew(opinion_sealed, opinions) })
      .where('id', '=', id)
      .execute()
  for (const { id, words_sealed, outcome_sealed } of await tx
    .selectFrom('letter_follow_ups')
    .select(['id', 'words_sealed', 'outcome_sealed'])
    .where('letter_id', '=', letterId)
    .execute())
    await tx
      .updateTable('letter_follow_ups')
      .set({ words_sealed: anew(words_sealed, followUps), outcome_sealed: anew(outcome_sealed, followUps) })
      .where('id', '=', id)
      .execute()
}
