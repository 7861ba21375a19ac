import { ConfigError } from '#platform/config'
import { AlreadyServing, DatabaseUnreachable } from '#platform/db'
import { UnreadableImport } from '#platform/import'
import { modules } from './app.ts'
import { PortTaken } from './listen.ts'
import { openPlatform } from './open-platform.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'
import { work } from './work.ts'

/** Returns the exit status: 0 done, 1 failed, 2 bad arguments. Says why on stderr. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  try {
    return await run(name, rest)
  } catch (error) {
    if (isForPeople(error)) say(error.message)
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}

async function run(name: string, args: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help') return help()
  if (name === 'start') return await serve({ demonstration: true })
  if (name === 'serve') return await serve({ demonstration: false })
  if (name === 'worker') return await work()
  const { command, rest } = commandFor(name, args)
  if (!command && name !== 'migrate' && name !== 'verify') {
    say(`unknown command: ${name}; gongkai help lists the commands`)
    return 2
  }
  const platform = await openPlatform({ serves: false })
  try {
    if (name === 'verify') return await verify(platform, args)
    return command ? await command.run(platform, rest) : 0
  } finally {
    await platform.close()
  }
}

/** A command's name is one word or two: `report`, `import articles`. */
function commandFor(name: string, args: readonly string[]) {
  const known = modules.flatMap((module) => module.commands ?? [])
  const two = known.find((command) => command.name === `${name} ${args[0]}`)
  return two
    ? { command: two, rest: args.slice(1) }
    : { command: known.find((c) => c.name === name), rest: args }
}

function isForPeople(error: unknown): error is Error {
  return [ConfigError, AlreadyServing, DatabaseUnreachable, PortTaken, UnreadableImport].some(
    (kind) => error instanceof kind,
  )
}

function help(): number {
  const lines = modules
    .flatMap((module) => module.commands ?? [])
    .map((c) => `  gongkai ${c.usage}\n      ${c.summary}`)
  process.stdout.write(`${['gongkai start | serve | worker | migrate | verify', ...lines].join('\n')}\n`)
  return 0
}

const say = (line: string) => process.stderr.write(`gongkai: ${line}\n`)
