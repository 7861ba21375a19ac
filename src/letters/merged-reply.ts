import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { maskKnown, maskReply } from '#privacy'
import { hasMaskSigns } from './contract.ts'
import { knownOfLetter } from './known.ts'
import { refuse } from './refusals.ts'
import { latestApproved } from './replies.ts'
import { unsealReply } from './sealed.ts'

/** Letters that are handled with this one. */
export async function countMerged(db: Db | Tx, mainId: number): Promise<number> {
  return (await mergedInto(db, mainId)).length
}

const mergedInto = (db: Db | Tx, mainId: number) =>
  db
    .selectFrom('letters')
    .select('id')
    .where('duplicate_of_id', '=', mainId)
    .where('status', '=', 'merged')
    .orderBy('id')
    .execute()

/**
 * A reply that tells about the main letter's sender does not go to the others: somebody writes what they read in its stead, and it tells
 * about none of them. Law: PIPL art. 25. Throws: Refusal merged_reply_missing, merged_reply_personal.
 */
export async function assertForMerged(
  tx: Tx,
  platform: Platform,
  mainId: number,
  { forMerged, tells }: { forMerged: string; tells: boolean },
) {
  const merged = await mergedInto(tx, mainId)
  if (merged.length === 0 && !forMerged) return
  if (!forMerged) {
    if (tells) throw refuse('merged_reply_missing')
    return
  }
  for (const id of [mainId, ...merged.map((one) => one.id)]) {
    const known = await knownOfLetter(tx, platform, id)
    if (maskReply(forMerged, ...known) !== forMerged) throw refuse('merged_reply_personal')
  }
}

/**
 * What senders of merged letters read: what was written for them; else the reply itself when it tells about nobody. `starred`: it does tell,
 * and nothing was written in its stead. Of a letter taken over, its public reply.
 */
export async function jointReply(
  tx: Tx,
  platform: Platform,
  mainId: number,
): Promise<{ text: string; masked: string; starred: boolean }> {
  const reply = await latestApproved(tx, mainId)
  const known = await knownOfLetter(tx, platform, mainId)
  if (!reply) {
    const { reply_public } = await tx
      .selectFrom('letters')
      .select('reply_public')
      .where('id', '=', mainId)
      .executeTakeFirstOrThrow()
    return { text: reply_public, masked: reply_public, starred: hasMaskSigns(reply_public) }
  }
  if (reply.for_merged_sealed) {
    const text = unsealReply(platform, reply.for_merged_sealed)
    return { text, masked: maskKnown(text, known), starred: false }
  }
  const body = unsealReply(platform, reply.body_sealed)
  const masked = maskReply(body, ...known)
  return { text: masked, masked, starred: masked !== body }
}
