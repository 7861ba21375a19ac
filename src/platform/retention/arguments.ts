import { parseArgs } from 'node:util'
import { shortestRetentionYears } from './ends-before.ts'

type RetentionArguments = { years: number | undefined; apply: boolean; json: boolean }

/** `[--years N] [--apply] [--json]`; undefined, after a word on stderr, when they are wrong. */
export function readRetentionArguments(args: readonly string[]): RetentionArguments | undefined {
  const given = parse(args)
  if (!given)
    process.stderr.write(`gongkai: --years is a whole number from ${shortestRetentionYears} to 100\n`)
  return given
}

function parse(args: readonly string[]): RetentionArguments | undefined {
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
