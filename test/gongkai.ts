import { spawn } from 'node:child_process'

/** The real program as a process of its own, on a free port. */
export function startGongkai(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { ...process.env, PORT: '0', ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  /** Waits for a line of stdout and answers what the pattern caught. */
  const line = async (pattern: RegExp) => {
    for (;;) {
      const found = out
        .split('\n')
        .map((text) => pattern.exec(text))
        .find(Boolean)
      if (found) return found[1] ?? found[0]
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`ended with ${child.exitCode}: ${err}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { process: child, ended, line, stdout: () => out, stderr: () => err }
}
