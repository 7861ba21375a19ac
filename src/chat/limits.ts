import { limitKey, senderKey } from '#letters'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { networkOf } from '#platform/http'
import { countUp } from '#platform/limits'
import { refuse } from './refusals.ts'

/**
 * In an hour: talks of a network and of a telephone, messages of one talk. A network may be a whole office behind one address.
 * Our own choice; no rule gives a number.
 */
const most = { chat_network: 200, chat_telephone: 10, chat_messages: 200 } as const

/** Rolled back with the talk; a form sent again does not come here. Throws: Refusal asked_too_often. */
export async function assertMayAsk(
  tx: Tx,
  platform: Platform,
  given: { network: string; telephone: string },
) {
  await assertWithin(tx, platform, 'chat_network', limitKey(platform, 'network', networkOf(given.network)))
  const telephone = senderKey(platform, given.telephone)
  if (telephone) await assertWithin(tx, platform, 'chat_telephone', telephone)
}

/** Throws: Refusal asked_too_often. */
export const assertMaySay = (tx: Tx, platform: Platform, talkId: number) =>
  assertWithin(tx, platform, 'chat_messages', limitKey(platform, 'talk', String(talkId)))

async function assertWithin(tx: Tx, { clock }: Platform, kind: keyof typeof most, key: string) {
  if ((await countUp(tx, { kind, key }, clock.now())) > most[kind]) throw refuse('asked_too_often')
}
