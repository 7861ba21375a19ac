import { existsSync } from 'node:fs'
import type { Command, Module, Platform } from '#platform'
import { BrokenBackup } from './archive.ts'
import { backUp } from './backup.ts'
import { NotEmpty, restore } from './restore.ts'

const say = (error: unknown): number => {
  const expected = error instanceof BrokenBackup || error instanceof NotEmpty
  if (!expected && (error as NodeJS.ErrnoException).syscall === undefined) throw error
  process.stderr.write(`gongkai: ${(error as Error).message}\n`)
  return 1
}
const command = (
  name: string,
  summary: string,
  run: (platform: Platform, path: string) => Promise<void>,
): Command => ({
  name,
  usage: `${name} FILE`,
  summary,
  run: async (platform, [path, ...more]) => {
    if (!path || more.length) return 2
    return run(platform, path).then(() => 0, say)
  },
})

export const backup = {
  name: 'backup',
  commands: [
    command('backup', 'write everything, files included, into one file', async (platform, path) => {
      if (existsSync(path)) throw new NotEmpty(`${path} is there already; nothing is overwritten`)
      await backUp(platform, path)
    }),
    command('restore', 'put a backup into an empty installation', restore),
  ],
} satisfies Module
