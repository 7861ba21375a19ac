import { parseArgs } from 'node:util'
import type { Command } from '#platform'
import { eraseExpired } from './erase-person.ts'
import {
  defaultRetentionYears,
  listExpired,
  retentionEndsBefore,
  shortestRetentionYears,
} from './retention.ts'

/** Without --apply nothing is changed. */
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
    const { years, apply, json } = given
    const answeredBefore = retentionEndsBefore(platform.clock.today(), years)
    const expired = (await listExpired(platform.db, answeredBefore)).map(({ number }) => number)
    const by = { kind: 'system', name: 'foi retention' } as const
    const erased = apply ? await eraseExpired(platform, years, by) : 0
    const lines = [
      `answered on or before ${answeredBefore}: ${expired.length} cases`,
      ...expired,
      apply ? `erased: ${erased}` : 'nothing was changed; --apply erases',
    ]
    process.stdout.write(
      json ? `${JSON.stringify({ years, answeredBefore, expired, erased })}\n` : `${lines.join('\n')}\n`,
    )
    return 0
  },
}

function read(args: readonly string[]): { years: number; apply: boolean; json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { years: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const years = Number(values.years ?? defaultRetentionYears)
    if (!Number.isInteger(years) || years < shortestRetentionYears || years > 100) return undefined
    return { years, apply: values.apply ?? false, json: values.json ?? false }
  } catch {
    return undefined
  }
}
