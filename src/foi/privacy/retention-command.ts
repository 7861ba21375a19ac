import { parseArgs } from 'node:util'
import type { Command } from '#platform'
import { eraseExpired } from './erase-person.ts'
import { everyExpired, retentionEndsBefore, shortestRetentionYears } from './retention.ts'
import { readRetention } from './retention-period.ts'

/** Without --apply nothing is changed; without --years the agency's setting counts. */
export const retentionCommand: Command = {
  name: 'foi retention',
  usage: 'foi retention [--years N] [--apply] [--json]',
  summary: 'personal data of disclosure requests whose period has passed: lists it, with --apply erases it',
  run: async (platform, args) => {
    const given = read(args)
    if (!given) {
      process.stderr.write(`gongkai: --years is a whole number from ${shortestRetentionYears} to 100\n`)
      return 2
    }
    const { apply, json } = given
    const years = given.years ?? (await readRetention(platform.db)).years
    const answeredBefore = retentionEndsBefore(platform.clock.today(), years)
    const expired: string[] = []
    for await (const { number } of everyExpired(platform.db, answeredBefore)) expired.push(number)
    const by = { kind: 'system', name: 'foi retention' } as const
    const erased = apply ? await eraseExpired(platform, years, by) : 0
    const lines = [
      `kept ${years} years, answered on or before ${answeredBefore}: ${expired.length} cases`,
      ...expired,
      apply ? `erased: ${erased}` : 'nothing was changed; --apply erases',
    ]
    process.stdout.write(
      json ? `${JSON.stringify({ years, answeredBefore, expired, erased })}\n` : `${lines.join('\n')}\n`,
    )
    return 0
  },
}

function read(
  args: readonly string[],
): { years: number | undefined; apply: boolean; json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { years: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const years = values.years === undefined ? undefined : Number(values.years)
    if (years !== undefined && !isYears(years)) return undefined
    return { years, apply: values.apply ?? false, json: values.json ?? false }
  } catch {
    return undefined
  }
}

const isYears = (years: number) => Number.isInteger(years) && years >= shortestRetentionYears && years <= 100
