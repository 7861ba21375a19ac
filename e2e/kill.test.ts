import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { answeredChallenge } from '../test/challenge.ts'
import { startGongkai } from '../test/gongkai.ts'
import { served } from '../test/served.ts'

const rounds = 4

const letter = (nth: number, form: string) =>
  new URLSearchParams({
    mailbox: 'consultation',
    author: '李小红',
    telephone: `139${String(nth).padStart(8, '0')}`,
    subject: `第${nth}封来信`,
    body: `请问第${nth}批小微企业补助怎样申请？需要哪些材料？`,
    consent: 'yes',
    key: `kill-${nth}`,
    ...answeredChallenge(form),
  })

/** Opens the form and sends it. The receipt of a letter: its number and code, only when the server said 201. */
async function write(address: string, nth: number): Promise<{ number: string; code: string } | undefined> {
  const form = await (await fetch(`${address}/letters/new`)).text()
  const answer = await fetch(`${address}/letters`, { method: 'POST', body: letter(nth, form) })
  const page = await answer.text()
  if (answer.status === 503) return undefined
  if (answer.status !== 201) throw new Error(`${answer.status} ${page}`)
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
  const serving = async () => {
    const server = await served({ DATA_DIR: dataDir })
    onTestFinished(() => server.kill('SIGTERM'))
    return server
  }
  const kept: { number: string; code: string }[] = []
  let nth = 0
  for (let round = 0; round < rounds; round++) {
    const { address, kill } = await serving()
    const before = kept.length
    let killed = false
    const writer = async () => {
      while (!killed) {
        const receipt = await write(address, ++nth).catch((error) => {
          if (!killed) throw error
        })
        if (receipt) kept.push(receipt)
      }
    }
    const writers = Promise.all([writer(), writer(), writer()])
    while (kept.length < before + 5 + 3 * round) {
      await Promise.race([writers, new Promise((resolve) => setTimeout(resolve, 5))])
    }
    killed = true
    const ended = kill('SIGKILL')
    if (round === rounds - 1) killDatabase(dataDir)
    await Promise.all([ended, writers])
  }
  const { address, process: server } = await serving()
  expect(new Set(kept.map(({ number }) => number)).size).toBe(kept.length)
  for (const { number, code } of kept) {
    const body = new URLSearchParams({ number, code })
    const answer = await fetch(`${address}/letters/track`, { method: 'POST', body })
    expect([number, answer.status]).toEqual([number, 200])
  }
  const second = startGongkai(['serve'], { DATA_DIR: dataDir })
  expect(await second.ended).toBe(1)
  expect(second.stderr()).toContain('another Gongkai already serves')
  const stopped = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  expect(await stopped).toBe(0)
})
