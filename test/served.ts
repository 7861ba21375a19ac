import type { ChildProcess } from 'node:child_process'
import { startGongkai } from './gongkai.ts'

export type Served = { address: string; process: ChildProcess; kill(signal: NodeJS.Signals): Promise<void> }

/** The program in a process of its own, on any free port; answers once it is ready. */
export async function served(env: Record<string, string>): Promise<Served> {
  const { process: child, ended, line } = startGongkai(['serve'], env)
  const address = await line(/^ready (http:\S+)/)
  return {
    address,
    process: child,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}
