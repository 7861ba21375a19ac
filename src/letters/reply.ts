import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { mask } from '#privacy'
import type { ReplyDecision } from './contract.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { sealReply } from './sealed.ts'
import { saveLetter } from './store.ts'

export function latestReply(db: Db | Tx, letterId: number) {
  return db
    .selectFrom('letter_replies')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The handler's reply, for another person to approve. */
export function draftReply(platform: Platform, staff: Staff, id: number, body: string) {
  return moveLetter(platform, staff, id, 'draft_reply', async (tx, letter) => {
    await tx
      .insertInto('letter_replies')
      .values({
        letter_id: id,
        body_sealed: sealReply(platform, body),
        body_public: mask(body),
        content_hash: createHash('sha256').update(`${id}\n${body}`).digest('hex'),
        drafted_by: staff.id,
        drafted_at: platform.clock.now(),
      })
      .execute()
    await saveLetter(tx, letter, { status: 'in_approval' })
    return { kind: 'reply_drafted' }
  })
}

/** A second person approves the reply they read, and decides whether the public version is shown. Throws: Refusal own_reply, reply_changed, return_needs_reason, no_consent. */
export function decideReply(platform: Platform, staff: Staff, id: number, given: ReplyDecision) {
  return moveLetter(platform, staff, id, 'decide_reply', async (tx, letter) => {
    const reply = await latestReply(tx, id)
    if (!reply || reply.content_hash !== given.contentHash) throw refuse('reply_changed')
    if (reply.drafted_by === staff.id) throw refuse('own_reply')
    if (given.decision === 'returned') {
      if (!given.reason) throw refuse('return_needs_reason')
      const returned = { returned_reason: given.reason }
      await tx.updateTable('letter_replies').set(returned).where('id', '=', reply.id).execute()
      await saveLetter(tx, letter, { status: 'handling' })
      return { kind: 'reply_returned', detail: { reason: given.reason } }
    }
    if (given.release && !letter.consents) throw refuse('no_consent')
    await tx.updateTable('letter_replies').set({ approved_by: staff.id }).where('id', '=', reply.id).execute()
    await saveLetter(tx, letter, {
      status: 'replied',
      reply_sealed: reply.body_sealed,
      reply_public: reply.body_public,
      replied_at: platform.clock.now(),
      replied_on: platform.clock.today(),
      released: given.release,
    })
    return { kind: 'replied', detail: { released: given.release } }
  })
}
