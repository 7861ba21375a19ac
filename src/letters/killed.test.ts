import { randomBytes } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { challengeField } from '#platform/challenge'
import { systemClock } from '#platform/clock'
import { answeredChallenge } from '../../test/challenge.ts'
import { builtLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { type Served, served } from '../../test/served.ts'

const senders = 32
const lettersEach = 2
/** Receipts at which the server is killed. */
const kills = [9, 40]

it('32 senders at once lose nothing and double nothing while the server is killed with -9 and started again', async () => {
  const platform = await testPlatform()
  const { databaseUrl, db } = platform
  // The program refuses the key that tests use elsewhere.
  const config = { ...platform.config, secretKey: randomBytes(32).toString('hex') }
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, SECRET_KEY: config.secretKey }
  let server: Served = await served(env)
  onTestFinished(() => server.kill('SIGKILL'))
  const receipts: string[] = []
  const waiting = [...kills]
  let restarting: Promise<void> | undefined

  const restart = async () => {
    await server.kill('SIGKILL')
    server = await served(env)
    restarting = undefined
  }
  async function post(form: URLSearchParams): Promise<string> {
    for (;;) {
      await restarting
      const answer = await fetch(`${server.address}/letters`, {
        method: 'POST',
        body: form,
        headers: { accept: 'text/html' },
      }).catch(() => undefined)
      const page = await answer?.text().catch(() => undefined)
      if (answer?.status === 201 && page) return /<dd>(X\d{4}-\d{5})<\/dd>/.exec(page)?.[1] ?? ''
      if (answer && answer.status !== 503) throw new Error(`${answer.status} ${page}`)
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
  }
  async function write(sender: number, at: number) {
    const challenge = answeredChallenge(String(challengeField({ config, clock: systemClock })))
    const form = new URLSearchParams({ ...builtLetter(), ...challenge, key: `sender ${sender} form ${at}` })
    const number = await post(form)
    receipts.push(number)
    if (receipts.length >= (waiting[0] ?? Number.POSITIVE_INFINITY)) {
      waiting.shift()
      restarting = restart()
    }
    // Pressed again: the same form is the same letter.
    expect(await post(form)).toBe(number)
  }
  await Promise.all(
    Array.from({ length: senders }, async (_, sender) => {
      for (let at = 0; at < lettersEach; at += 1) await write(sender, at)
    }),
  )

  expect(waiting).toEqual([])
  const rows = await db.selectFrom('letters').select(['id', 'number']).orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual([...receipts].sort())
  expect(new Set(receipts).size).toBe(senders * lettersEach)
  expect(Number(receipts.sort().at(-1)?.slice(-5))).toBe(senders * lettersEach)
  const events = await db.selectFrom('letter_events').select('letter_id').execute()
  expect(events.map((event) => event.letter_id).sort((a, b) => a - b)).toEqual(
    rows.map(({ id }) => id).sort((a, b) => a - b),
  )
  const { spent } = await db
    .selectFrom('spent_challenges')
    .select((eb) => eb.fn.countAll<number>().as('spent'))
    .executeTakeFirstOrThrow()
  expect(spent).toBe(senders * lettersEach)
}, 180_000)
