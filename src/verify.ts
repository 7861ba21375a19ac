import { headOf } from '#audit'
import type { Platform } from '#platform'
import { modules } from './app.ts'

const usage = 'gongkai: usage: gongkai verify [--expect ID:HASH] [--json]\n'

/** Every module's promises, each with its outcome; 1 when one does not hold. Prints the newest audit entry, to be noted elsewhere. */
export async function verify(platform: Platform, args: readonly string[]): Promise<number> {
  const asJson = args.includes('--json')
  const [option, expect, ...more] = args.filter((arg) => arg !== '--json')
  if (option !== undefined && (option !== '--expect' || !expect || more.length)) {
    process.stderr.write(usage)
    return 2
  }
  const promises: { name: string; holds: boolean; wrong: string | null }[] = []
  for (const { name, run } of modules.flatMap((module) => module.verifications ?? [])) {
    const wrong = (await run(platform, expect ? { expect } : {})) ?? null
    promises.push({ name, holds: wrong === null, wrong })
    if (!asJson) process.stdout.write(`${name}: ${wrong ?? 'ok'}\n`)
  }
  const head = await headOf(platform.db)
  const newestEntry = head ? `${head.id}:${head.hash}` : null
  if (asJson) process.stdout.write(`${JSON.stringify({ promises, newestEntry })}\n`)
  else if (newestEntry) process.stdout.write(`newest audit entry: ${newestEntry}\n`)
  return promises.every(({ holds }) => holds) ? 0 : 1
}
