import { vi } from 'vitest'
import { runCommandLine } from '../src/command-line.ts'

/**
 * A command as `gongkai ARGS` runs it, in this process: starting another takes seconds.
 * startGongkai (gongkai.ts) starts the real program.
 */
export function commandsIn(env: { DATABASE_URL: string; DATA_DIR: string }) {
  return async (...args: string[]) => {
    const said = { stdout: '', stderr: '' }
    const outside = process.env
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
        said[stream] += chunk
        return true
      }),
    )
    process.env = { ...outside, ...env }
    try {
      return { status: await runCommandLine(args), ...said }
    } finally {
      process.env = outside
      for (const spy of spies) spy.mockRestore()
    }
  }
}
