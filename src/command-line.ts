import { ConfigError } from '#platform/config'
import { AlreadyServing } from '#platform/db'
import { modules } from './app.ts'
import { openPlatform } from './open-platform.ts'
import { serve } from './serve.ts'

/** Returns the exit status: 0 done, 1 failed, 2 bad arguments. Says why on stderr. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args
  try {
    return await run(name, rest)
  } catch (error) {
    if (error instanceof ConfigError || error instanceof AlreadyServing) say(error.message)
    else say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}

async function run(name: string, args: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help') return help()
  if (name === 'start') return await serve()
  if (name === 'serve') return await serve()
  const command = modules.flatMap((module) => module.commands ?? []).find((known) => known.name === name)
  if (!command && name !== 'migrate') {
    say(`unknown command: ${name}; gongkai help lists the commands`)
    return 2
  }
  const platform = await openPlatform({ serves: false })
  try {
    return command ? await command.run(platform, args) : 0
  } finally {
    await platform.close()
  }
}

function help(): number {
  const lines = modules
    .flatMap((module) => module.commands ?? [])
    .map((c) => `  gongkai ${c.usage}\n      ${c.summary}`)
  process.stdout.write(`${['gongkai serve | worker | migrate | demo', ...lines].join('\n')}\n`)
  return 0
}

const say = (line: string) => process.stderr.write(`gongkai: ${line}\n`)
