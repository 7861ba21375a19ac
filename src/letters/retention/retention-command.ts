import type { Command } from '#platform'
import { readRetentionArguments, retentionEndsBefore } from '#platform/retention'
import { eraseExpired } from './erase-letter.ts'
import { listExpired } from './expired.ts'
import { readLetterRetention } from './period.ts'

/** Without --apply nothing is changed; without --years the agency's setting counts. */
export const letterRetentionCommand: Command = {
  name: 'letters retention',
  usage: 'letters retention [--years N] [--apply] [--json]',
  summary: 'personal data of letters whose period has passed: lists it, with --apply erases it',
  run: async (platform, args) => {
    const given = readRetentionArguments(args)
    if (!given) return 2
    const years = given.years ?? (await readLetterRetention(platform.db)).years
    const endedBefore = retentionEndsBefore(platform.clock.today(), years)
    const expired = (await listExpired(platform.db, endedBefore)).map(({ number }) => number)
    const by = { kind: 'system', name: 'letters retention' } as const
    const erased = given.apply ? await eraseExpired(platform, years, by) : 0
    const lines = [
      `kept ${years} years, ended on or before ${endedBefore}: ${expired.length} letters`,
      ...expired,
      given.apply ? `erased: ${erased}` : 'nothing was changed; --apply erases',
    ]
    const told = given.json ? JSON.stringify({ years, endedBefore, expired, erased }) : lines.join('\n')
    process.stdout.write(`${told}\n`)
    return 0
  },
}
