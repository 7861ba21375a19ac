import { createHmac } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Platform } from '#platform'
import { networkOf } from '#platform/http'
import { countsOf, countUp } from './hourly-counts.ts'
import { refuse } from './refusals.ts'

/** Wrong codes in an hour: of one network, and for one receipt. */
export const guesses = { network: 60, number: 10 } as const
/** A guess costs this much time, whatever was wrong; more once a receipt was guessed at often. Unit: milliseconds. */
const slowness = { first: 400, later: 2000 }

/** `kind`: of what the receipt is. `address`: of whoever asks. */
export type Asked = { kind: string; number: string; address: string }

/**
 * What a receipt leads to, once number and code are right (`find` says); a wrong number and a wrong code look alike. A network that
 * guesses is refused for the hour; a receipt that is guessed at answers slowly but still to its owner.
 * Throws: Refusal code_wrong, guessed_too_often.
 */
export async function findByReceipt<T>(
  { db, config, clock, log }: Pick<Platform, 'db' | 'config' | 'clock' | 'log'>,
  { kind, number, address }: Asked,
  find: () => Promise<T | undefined>,
): Promise<T> {
  const digest = (text: string) => createHmac('sha256', config.secretKey).update(text).digest('hex')
  const network = { kind: 'guess_network', key: digest(`limit network\n${networkOf(address)}`) }
  const receipt = { kind: 'guess_number', key: digest(`limit ${kind} number\n${number}`) }
  const [ofNetwork = 0, ofReceipt = 0] = await countsOf(db, [network, receipt], clock.now())
  if (ofNetwork >= guesses.network) {
    log.warn({ event: 'guessing_stopped', kind }, 'a network that guesses query codes is refused')
    throw refuse('guessed_too_often')
  }
  const found = await find()
  if (ofReceipt >= guesses.number) await pause(slowness.later)
  if (found !== undefined) return found
  for (const counted of [network, receipt]) await countUp(db, counted, clock.now())
  log.warn({ event: 'query_code_refused', kind }, 'a query code was refused')
  await pause(slowness.first)
  throw refuse('code_wrong', { code: '编号或者查询码不对，请对照回执重新填写。' })
}
