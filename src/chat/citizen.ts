import { record } from '#audit'
import type { LetterReceipt } from '#letters'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { insertMessage, wasSaid } from './insert-message.ts'
import { assertMaySay } from './limits.ts'
import { refuse } from './refusals.ts'
import { mailboxOf } from './settings.ts'
import { lockTalk, saveTalk } from './store.ts'
import { type CitizenMove, citizenMay, endOf, type Talk } from './talk.ts'
import { openFromTalk } from './turn-into-letter.ts'

/** Sent again it is one message. Throws: Refusal talk_closed, message_empty, message_too_long, asked_too_often. */
export const say = (platform: Platform, id: number, body: string, key: string): Promise<void> =>
  platform.inTransaction(async (tx) => {
    const talk = await lockTalk(tx, id)
    const message = { talkId: id, author: 'citizen', staffId: null, body, key } as const
    if (await wasSaid(tx, platform, message)) return
    if (!citizenMay(talk.status, 'say')) throw refuse('talk_closed')
    await assertMaySay(tx, platform, id)
    await insertMessage(tx, platform, message)
    const now = platform.clock.now()
    await saveTalk(tx, id, { last_said_at: now, citizen_seen_at: now })
    record(tx, { actor: { kind: 'citizen' }, action: 'chat.say', subject: { kind: 'talk', id } })
  })

/** The citizen is done. Throws: Refusal talk_closed. */
export const leave = (platform: Platform, id: number): Promise<void> =>
  asCitizen(platform, id, 'leave', (tx, talk) =>
    saveTalk(tx, id, {
      status: 'closed',
      closed_at: platform.clock.now(),
      closed_by: 'citizen',
      outcome: endOf(talk),
    }),
  )

/** Whether it solved the question, once. Throws: Refusal not_answered, talk_rated. */
export const rate = (platform: Platform, id: number, solved: boolean): Promise<void> =>
  asCitizen(platform, id, 'rate', async (tx, talk) => {
    if (!talk.answered) throw refuse('not_answered')
    if (talk.solved !== null) throw refuse('talk_rated')
    await saveTalk(tx, id, { solved })
  })

/** What was asked goes to the mailbox as it was typed; the talk ends. Pressed twice it is one letter. Throws: Refusal mailbox_unknown, talk_settled. */
export const askForLetter = (platform: Platform, id: number): Promise<LetterReceipt> =>
  platform.inTransaction(async (tx) => {
    const talk = await lockTalk(tx, id)
    return openFromTalk(tx, platform, { kind: 'citizen' }, talk, {
      mailbox: await mailboxOf(tx),
      subject: '',
      consents: false,
    })
  })

/** The citizen's page is open. Written at most once a minute. */
export async function seen({ db, clock }: Platform, id: number): Promise<void> {
  const now = clock.now()
  await db
    .updateTable('chat_talks')
    .set({ citizen_seen_at: now })
    .where('id', '=', id)
    .where('status', '<>', 'closed')
    .where('citizen_seen_at', '<', new Date(now.getTime() - 60_000))
    .execute()
}

type Work = (tx: Tx, talk: Talk) => Promise<void>

function asCitizen(platform: Platform, id: number, move: CitizenMove, work: Work): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const talk = await lockTalk(tx, id)
    if (!citizenMay(talk.status, move)) throw refuse(move === 'rate' ? 'not_answered' : 'talk_closed')
    await work(tx, talk)
    record(tx, { actor: { kind: 'citizen' }, action: `chat.${move}`, subject: { kind: 'talk', id } })
  })
}
