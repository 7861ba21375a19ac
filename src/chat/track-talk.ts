import type { Platform } from '#platform'
import { findByReceipt } from '#platform/limits'
import { isReceiptCode } from '#platform/seal'
import { unsealMessage } from './sealed.ts'
import { countBefore, getTalk, listMessages } from './store.ts'

/** By number and code, as a letter is found. Throws: Refusal code_wrong, guessed_too_often. */
export function findTalk(
  platform: Platform,
  { number, code }: { number: string; code: string },
  address: string,
): Promise<number> {
  const { db, config } = platform
  const given = number.trim().toUpperCase()
  return findByReceipt(platform, { kind: 'talk', number: given, address }, async () => {
    const row = await db.selectFrom('chat_talks').select('id').where('number', '=', given).executeTakeFirst()
    return row && isReceiptCode(config.secretKey, 'talk', given, code) ? row.id : undefined
  })
}

/** What the citizen sees: both sides' words, never a note. */
export async function readTracked(platform: Platform, id: number, after = 0) {
  const { db } = platform
  const [talk, messages] = await Promise.all([
    getTalk(db, id),
    listMessages(db, id, ['citizen', 'agent'], after),
  ])
  return {
    talk,
    before: talk.status === 'waiting' ? await countBefore(db, id) : 0,
    messages: messages.map(({ id, author, body_sealed, said_at }) => ({
      id,
      author: author as 'citizen' | 'agent',
      body: unsealMessage(platform, body_sealed),
      at: said_at,
    })),
  }
}
export type Tracked = Awaited<ReturnType<typeof readTracked>>
