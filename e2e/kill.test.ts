import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGTERM')
})
const rounds = 4

/** The program itself, without the starter, so that the signal reaches what holds the data. */
async function serving(dataDir: string): Promise<{ child: ChildProcess; address: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0' }
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  let seen = ''
  const address = await new Promise<string>((resolve, reject) => {
    const look = (chunk: Buffer) => {
      seen += chunk
      const ready = /ready (http:\S+)/.exec(seen)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${seen}`)))
  })
  return { child, address }
}

const letter = (nth: number) =>
  new URLSearchParams({
    mailbox: 'consultation',
    author: '李小红',
    telephone: '13900139000',
    subject: `第${nth}封来信`,
    body: '请问小微企业补助怎样申请？需要哪些材料？',
    consent: 'yes',
    key: `kill-${nth}`,
  })

/** The receipt of a letter: its number and code, only when the server said 201. */
async function write(address: string, nth: number): Promise<{ number: string; code: string } | undefined> {
  const answer = await fetch(`${address}/letters`, { method: 'POST', body: letter(nth) })
  const page = await answer.text()
  if (answer.status !== 201) return undefined
  const [, number = '', code = ''] = /<dd>([^<]+)<\/dd><dt>查询码<\/dt><dd>([^<]+)<\/dd>/.exec(page) ?? []
  return { number, code }
}

/** The database's own process as well, as when the power goes. */
function killDatabase(dataDir: string) {
  const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
}

it('kill -9 at any moment loses nothing that was acknowledged, and the next start needs no repair', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-kill-'))
  const kept: { number: string; code: string }[] = []
  let nth = 0
  for (let round = 0; round < rounds; round++) {
    const { child, address } = await serving(dataDir)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    setTimeout(
      () => {
        child.kill('SIGKILL')
        if (round === rounds - 1) killDatabase(dataDir)
      },
      150 + round * 170,
    )
    const writer = async () => {
      for (;;) {
        const receipt = await write(address, ++nth)
        if (receipt) kept.push(receipt)
        else await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    await Promise.allSettled([writer(), writer(), writer()])
    await ended
  }
  expect(kept.length).toBeGreaterThan(rounds)
  const { child, address } = await serving(dataDir)
  expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length)
  for (const { number, code } of kept.slice(-15)) {
    const body = new URLSearchParams({ number, code })
    const answer = await fetch(`${address}/letters/track`, { method: 'POST', body })
    expect([number, answer.status]).toEqual([number, 200])
  }
  const second = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  second.stderr.on('data', (chunk) => (said += chunk))
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(1)
  expect(said).toContain('another Gongkai already serves')
  const stopped = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  expect(await stopped).toBe(0)
})
