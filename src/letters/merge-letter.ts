import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import { insertEvent } from './events.ts'
import { endFollowUp } from './follow-ups.ts'
import { handledAlone } from './handled-alone.ts'
import { isOpen, type Letter } from './letter.ts'
import { countMerged, jointReply } from './merged-reply.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { sealReply } from './sealed.ts'
import { getLetter, lockLetter, saveLetter } from './store.ts'
import { tellOfReply } from './tell-sender.ts'

/** 并案: handled with another letter about the same thing; its sender gets that letter's reply, or what was written in its stead. Stars are no answer: after a reply that tells about its reader, a letter gets one of its own. Throws: Refusal merge_target_wrong, merge_reply_personal. */
export function mergeLetter(platform: Platform, staff: Staff, id: number, into: string) {
  return moveLetter(platform, staff, id, 'merge', async (tx, letter) => {
    const main = await findMain(tx, letter, into)
    const personal = main.repliedOn !== null && (await jointReply(tx, platform, main.id)).starred
    // A main letter that is handled again gets a reply with a version for this sender.
    if (personal && !isOpen(main.status)) throw refuse('merge_reply_personal')
    await saveLetter(tx, letter, {
      status: 'merged',
      duplicate_of_id: main.id,
      accepted_on: letter.acceptedOn ?? platform.clock.today(),
    })
    // What had been merged into this one follows it.
    const following = await tx
      .updateTable('letters')
      .set({ duplicate_of_id: main.id })
      .where('duplicate_of_id', '=', id)
      .where('status', '=', 'merged')
      .returning('id')
      .execute()
    const added = [id, ...following.map((one) => one.id)]
    await endFollowUp(tx, platform, id, { staffId: staff.id, outcome: `并入 ${main.number} 办理` })
    if (main.repliedOn && !personal) await replyToMerged(tx, platform, main.id, platform.clock.today(), added)
    return { kind: 'merged', detail: { into: main.number } }
  })
}

async function findMain(tx: Tx, letter: Letter, number: string): Promise<Letter> {
  const row = await tx
    .selectFrom('letters')
    .select('id')
    .where(sql<boolean>`upper(number) = upper(${number})`)
    .executeTakeFirst()
  const main = row && row.id !== letter.id ? await getLetter(tx, row.id) : undefined
  const takes = ['received', 'handling', 'in_approval', 'replied', 'closed']
  if (!main || !takes.includes(main.status))
    throw refuse('merge_target_wrong', { into: '请填写另一封正在办理或者已经答复的来信的编号。' })
  return main
}

/** Senders of merged letters read the reply in full, unless it tells about the main letter's sender: `jointReply`. `only`: the others have had it. */
export async function replyToMerged(
  tx: Tx,
  platform: Platform,
  mainId: number,
  on: Day,
  only?: readonly number[],
) {
  if ((await countMerged(tx, mainId)) === 0) return
  const reply = await jointReply(tx, platform, mainId)
  const at = platform.clock.now()
  const merged = await tx
    .updateTable('letters')
    .set({
      reply_sealed: sealReply(platform, reply.text),
      reply_public: reply.masked,
      replied_at: sql`coalesce(replied_at, ${at})`,
      replied_on: sql`coalesce(replied_on, ${on})`,
      last_replied_on: on,
    })
    .where('duplicate_of_id', '=', mainId)
    .where('status', '=', 'merged')
    .$if(only !== undefined, (q) => q.where('id', 'in', only ?? []))
    .returning('id')
    .execute()
  await platform.cache.touch(
    tx,
    merged.map(({ id }) => `letter:${id}`),
  )
  for (const { id } of merged) {
    await insertEvent(tx, { letterId: id, kind: 'replied', on, staffId: null, at })
    await tellOfReply(tx, platform, id)
  }
}

/**
 * The main letter goes out of our hands before anybody answered it: what was merged into it is handled again, each on its own clock
 * from today; one that has had a joint reply keeps it.
 */
export async function reopenMerged(tx: Tx, platform: Platform, main: Letter, staffId: number | null) {
  const merged = await tx
    .selectFrom('letters')
    .select('id')
    .where('duplicate_of_id', '=', main.id)
    .where('status', '=', 'merged')
    .where('replied_on', 'is', null)
    .orderBy('id')
    .execute()
  const [on, at] = [platform.clock.today(), platform.clock.now()]
  for (const { id } of merged) {
    const letter = await lockLetter(tx, id)
    await saveLetter(tx, letter, await handledAlone(tx, platform, letter))
    await platform.cache.touch(tx, [`letter:${id}`])
    const detail = { reason: `主件 ${main.number} 不再办理，恢复单独办理` }
    await insertEvent(tx, { letterId: id, kind: 'reopened', on, detail, staffId, at })
  }
}
