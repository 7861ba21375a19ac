import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { mask, maskReply } from '#privacy'
import type { ClosingInput, MessageInput, TalkAction } from './contract.ts'
import { listOnDuty } from './duty.ts'
import { insertMessage, wasSaid } from './insert-message.ts'
import { refuse } from './refusals.ts'
import { unsealCitizen } from './sealed.ts'
import { getSealed, lockTalk, saveTalk } from './store.ts'
import { assertMove, endOf, type Talk } from './talk.ts'

/** One agent takes it; of two who press at once one is refused. Pressed twice by one it is the same. Throws: Refusal taken_by_other, talk_closed. */
export const claimTalk = (platform: Platform, staff: Staff, id: number): Promise<void> =>
  asAgent(platform, staff, id, 'claim', async (tx, talk) => {
    if (talk.status === 'talking') return 'known'
    await saveTalk(tx, id, { status: 'talking', agent_id: staff.id, claimed_at: platform.clock.now() })
  })

/** Nothing but the agent sends; a reference answer is words in the box. Throws: Refusal message_empty, message_too_long, talk_closed, not_your_talk. */
export const answerTalk = (
  platform: Platform,
  staff: Staff,
  id: number,
  { body, key, from }: MessageInput,
): Promise<void> => {
  const message = { talkId: id, author: 'agent', staffId: staff.id, body, key, from } as const
  const sent = (tx: Tx) => wasSaid(tx, platform, message)
  return asAgent(
    platform,
    staff,
    id,
    'say',
    async (tx, talk) => {
      await insertMessage(tx, platform, message)
      const row = await getSealed(tx, id)
      const now = platform.clock.now()
      const masked = maskReply(body, unsealCitizen(platform, row.citizen_sealed).name)
      await saveTalk(tx, id, {
        last_said_at: now,
        answer_masked: row.answer_masked ? `${row.answer_masked}\n${masked}` : masked,
        ...(talk.answered ? {} : { first_reply_at: now }),
      })
    },
    sent,
  )
}

/** For staff only: the citizen never sees it. Throws: Refusal message_empty, message_too_long, not_your_talk, not_claimed. */
export const noteTalk = (
  platform: Platform,
  staff: Staff,
  id: number,
  { body, key }: MessageInput,
): Promise<void> => {
  const message = { talkId: id, author: 'note', staffId: staff.id, body, key } as const
  const sent = (tx: Tx) => wasSaid(tx, platform, message)
  return asAgent(platform, staff, id, 'note', (tx) => insertMessage(tx, platform, message), sent)
}

/** To another agent who is there now. Throws: Refusal agent_unfit, not_your_talk, not_claimed, talk_closed. */
export const transferTalk = (platform: Platform, staff: Staff, id: number, agentId: number): Promise<void> =>
  asAgent(platform, staff, id, 'transfer', async (tx) => {
    const others = (await listOnDuty(tx, platform.clock.now())).filter((one) => one.id !== staff.id)
    if (!others.some((one) => one.id === agentId)) throw refuse('agent_unfit', { agentId: '请重新选择' })
    await saveTalk(tx, id, { agent_id: agentId, last_said_at: platform.clock.now() })
    return { to: agentId }
  })

/** With kind and topic, as calls have them. Throws: Refusal not_your_talk, not_claimed, talk_closed. */
export const closeTalk = (
  platform: Platform,
  staff: Staff,
  id: number,
  { kind, topic }: ClosingInput,
): Promise<void> =>
  asAgent(platform, staff, id, 'close', async (tx, talk) => {
    const { citizen_sealed } = await getSealed(tx, id)
    await saveTalk(tx, id, {
      status: 'closed',
      closed_at: platform.clock.now(),
      closed_by: 'agent',
      outcome: endOf(talk),
      kind,
      topic: mask(topic, unsealCitizen(platform, citizen_sealed).name),
    })
  })

/** What to put on the record beside the act; 'known': it had been done before. */
type Work = (tx: Tx, talk: Talk) => Promise<unknown>

/** The shape of every move of an agent. `done`: the same was done before. Throws: Refusal not_allowed, not_found. */
function asAgent(
  platform: Platform,
  staff: Staff,
  id: number,
  action: TalkAction,
  work: Work,
  done: (tx: Tx) => Promise<boolean> = async () => false,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.answer')
    const talk = await lockTalk(tx, id)
    if (await done(tx)) return
    assertMove(talk, action, staff.id)
    const detail = await work(tx, talk)
    if (detail === 'known') return
    record(tx, {
      actor: actorOf(staff),
      action: `chat.${action}`,
      subject: { kind: 'talk', id },
      ...(isDetail(detail) ? { detail } : {}),
    })
  })
}

const isDetail = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
