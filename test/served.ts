import { type ChildProcess, spawn } from 'node:child_process'

export type Served = { address: string; process: ChildProcess; kill(signal: NodeJS.Signals): Promise<void> }

/** The program in a process of its own, on any free port; answers once it is ready. */
export async function served(env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let [out, err] = ['', '']
    child.stderr.on('data', (chunk) => (err += chunk))
    child.stdout.on('data', (chunk) => {
      out += chunk
      const [, ready] = /^ready (http:\S+)/m.exec(out) ?? []
      if (ready) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${err}`)))
  })
  return {
    address,
    process: child,
    kill: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}
