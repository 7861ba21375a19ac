import type { Command, Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { readRetentionArguments } from './arguments.ts'
import { retentionEndsBefore } from './ends-before.ts'

/** `ended`: what begins the period. `line`: one item as people read it; JSON has the item itself. */
type Kept<Item> = {
  name: string
  of: string
  things: string
  ended: 'answered' | 'closed' | 'ended'
  readYears(db: Db): Promise<{ years: number }>
  list(db: Db, endedBefore: Day): Promise<Item[]>
  line(item: Item): string
  erase(platform: Platform, years: number, by: { kind: 'system'; name: string }): Promise<number>
}

/** Whose personal data may go. Without --apply nothing is changed; without --years the agency's setting counts. Law: PIPL art. 19, art. 47. */
export function retentionCommand<Item>(kept: Kept<Item>): Command {
  const { name, of, things, ended } = kept
  return {
    name,
    usage: `${name} [--years N] [--apply] [--json]`,
    summary: `personal data of ${of} whose period has passed: lists it, with --apply erases it`,
    run: async (platform, args) => {
      const given = readRetentionArguments(args)
      if (!given) return 2
      const years = given.years ?? (await kept.readYears(platform.db)).years
      const endedBefore = retentionEndsBefore(platform.clock.today(), years)
      const expired = await kept.list(platform.db, endedBefore)
      const erased = given.apply ? await kept.erase(platform, years, { kind: 'system', name }) : 0
      const lines = [
        `kept ${years} years, ${ended} on or before ${endedBefore}: ${expired.length} ${things}`,
        ...expired.map(kept.line),
        given.apply ? `erased: ${erased}` : 'nothing was changed; --apply erases',
      ]
      const told = { years, [`${ended}Before`]: endedBefore, expired, erased }
      process.stdout.write(`${given.json ? JSON.stringify(told) : lines.join('\n')}\n`)
      return 0
    },
  }
}
