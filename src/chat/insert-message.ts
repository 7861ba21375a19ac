import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Author, messageMost } from './contract.ts'
import { messageKey } from './keys.ts'
import { refuse } from './refusals.ts'
import { sealMessage } from './sealed.ts'
import { findMessage } from './store.ts'

export type NewMessage = {
  talkId: number
  author: Author
  staffId: number | null
  body: string
  key: string
  from?: { corpus: 'letters' | 'entries'; entry: string } | undefined
}

/** Throws: Refusal message_empty, message_too_long. */
export function checkBody(body: string) {
  if (body === '') throw refuse('message_empty', { body: '请先写下要说的话。' })
  if (body.length > messageMost)
    throw refuse('message_too_long', { body: `一条消息最多${messageMost}个字，现在有${body.length}个字。` })
}

/** The same words of the same form are there already. Ask before the state of the talk: a lost answer is not a refusal. */
export const wasSaid = async (tx: Tx, platform: Platform, message: NewMessage): Promise<boolean> =>
  Boolean(await findMessage(tx, keyOf(platform, message)))

const keyOf = (platform: Platform, { talkId, author, key, body }: NewMessage) =>
  messageKey(platform, talkId, author, key, body)

/** The caller has locked the talk. Throws: Refusal message_empty, message_too_long. */
export async function insertMessage(tx: Tx, platform: Platform, message: NewMessage): Promise<void> {
  checkBody(message.body)
  await tx
    .insertInto('chat_messages')
    .values({
      talk_id: message.talkId,
      author: message.author,
      staff_id: message.staffId,
      body_sealed: sealMessage(platform, message.body),
      said_at: platform.clock.now(),
      message_key: keyOf(platform, message),
      from_corpus: message.from?.corpus ?? null,
      from_entry: message.from?.entry ?? null,
    })
    .execute()
}
