import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { networkOf } from '#platform/http'
import { countUp } from '#platform/limits'
import { limitKey, senderKey, textKey } from './keys.ts'
import { refuse } from './refusals.ts'

/**
 * Letters in an hour. A network may be a whole office behind one address: it is counted far more generously than one telephone,
 * and the same words are counted whoever sends them. Our own choice; no rule gives a number.
 */
export const letters = { network: 200, telephone: 5, text: 3 } as const
/**
 * Counts a letter against its network, telephone and words; rolled back with the letter. A replayed form is not counted: it never comes here.
 * Throws: Refusal wrote_too_often, same_text.
 */
export async function assertWithinLimits(
  tx: Tx,
  platform: Platform,
  given: { network: string; telephone: string; body: string },
): Promise<void> {
  const at = platform.clock.now()
  const keys = [
    ['network', limitKey(platform, 'network', networkOf(given.network)), 'wrote_too_often'],
    ['telephone', senderKey(platform, given.telephone), 'wrote_too_often'],
    ['text', textKey(platform, given.body), 'same_text'],
  ] as const
  // Always in this order, so that two letters never wait for each other.
  for (const [kind, key, code] of keys) {
    if (key && (await countUp(tx, { kind, key }, at)) > letters[kind]) throw refuse(code)
  }
}
