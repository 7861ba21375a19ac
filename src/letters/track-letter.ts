import type { Platform } from '#platform'
import { isReceiptCode } from '#platform/seal'
import { listAttachments } from './attachments.ts'
import { listEvents } from './events.ts'
import { listFollowUps } from './follow-ups.ts'
import { limitKey } from './keys.ts'
import { countsOf, countUp, guesses } from './limits.ts'
import { refuse } from './refusals.ts'
import { approvedReplies } from './replies.ts'
import { unsealReply } from './sealed.ts'
import { getLetter } from './store.ts'

/** A guess costs this much time, whatever was wrong; more once a receipt was guessed at often. Unit: milliseconds. */
const slowness = { first: 400, later: 2000 }

/**
 * Finds a letter by number and code; a wrong number and a wrong code look alike. A network that guesses is refused for an hour;
 * a receipt that is guessed at answers slowly but still to its owner. Throws: Refusal code_wrong, guessed_too_often.
 */
export async function findSent(
  platform: Platform,
  number: string,
  code: string,
  network = 'unknown',
): Promise<number> {
  const { db, config, clock } = platform
  const given = number.trim().toUpperCase()
  const keys = { network: limitKey(platform, 'guess', network), number: limitKey(platform, 'number', given) }
  const before = await countsOf(db, clock.now(), keys)
  if (before.network >= guesses.network) throw refuse('guessed_too_often')
  const row = await db.selectFrom('letters').select('id').where('number', '=', given).executeTakeFirst()
  const right = row && isReceiptCode(config.secretKey, 'letter', given, code)
  if (before.number >= guesses.number) await pause(slowness.later)
  if (right) return row.id
  for (const [kind, key] of Object.entries(keys)) await countUp(db, `guess_${kind}`, key, clock.now())
  platform.log.warn({ event: 'query_code_refused' }, 'a query code was refused')
  await pause(slowness.first)
  throw refuse('code_wrong', { code: '编号或者查询码不对，请对照回执重新填写。' })
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the sender sees: every reply in full, once it is given. */
export async function readSent(platform: Platform, id: number) {
  const { db } = platform
  const [letter, events, replies, followUps, attachments] = await Promise.all([
    getLetter(db, id),
    listEvents(db, id),
    approvedReplies(db, id),
    listFollowUps(db, id),
    listAttachments(db, id),
  ])
  const own = replies.map((reply) => ({
    on: reply.approved_on,
    text: unsealReply(platform, reply.body_sealed),
  }))
  const others = (await replyOfRow(platform, id)).filter(({ text }) => own.every((one) => one.text !== text))
  return {
    letter,
    events,
    replies: own.length && letter.status !== 'merged' ? own : [...own, ...others],
    followUps,
    attachments: attachments.length,
  }
}
export type Sent = Awaited<ReturnType<typeof readSent>>

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
