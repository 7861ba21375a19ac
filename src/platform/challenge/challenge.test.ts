import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { answeredChallenge } from '../../../test/challenge.ts'
import { testPlatform } from '../../../test/platform.ts'
import { challengeAnswer, challengeField, spendChallenge } from './index.ts'

type Sent = Record<string, string>
let platform: Awaited<ReturnType<typeof testPlatform>>
const spend = (sent: Sent, now = platform.clock.now()) =>
  platform.inTransaction((tx) =>
    spendChallenge(
      tx,
      { config: platform.config, clock: { ...platform.clock, now: () => now } },
      challengeAnswer(sent),
    ),
  )
const laterBy = (hours: number) => new Date(platform.clock.now().getTime() + hours * 3_600_000)

beforeAll(async () => {
  platform = await testPlatform()
})

describe('the question, for readers without scripts', () => {
  it('passes once', async () => {
    const sent = answeredChallenge(String(challengeField(platform)))
    await spend(sent)
    await expect(spend(sent)).rejects.toMatchObject({ code: 'challenge_spent' })
  })
  it('counts full-width figures as typed', async () => {
    const sent = answeredChallenge(String(challengeField(platform)))
    const wide = sent.challengeAnswer.replace(/\d/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
    )
    await spend({ ...sent, challengeAnswer: ` ${wide} ` })
  })
  it.each([
    ['a wrong sum', (sent: Sent) => ({ ...sent, challengeAnswer: '99' })],
    ['no answer', (sent: Sent) => ({ ...sent, challengeAnswer: '' })],
    [
      'a later expiry',
      (sent: Sent) => ({
        ...sent,
        challengeToken: sent.challengeToken?.replace(/\.\d+\./, '.9999999999.') ?? '',
      }),
    ],
    ['nothing at all', () => ({})],
  ])('refuses %s', async (_name, change: (sent: Sent) => Sent) => {
    const sent = answeredChallenge(String(challengeField(platform)))
    await expect(spend(change(sent))).rejects.toMatchObject({ code: 'challenge_failed' })
    await spend(sent)
  })
  it('expires', async () => {
    const sent = answeredChallenge(String(challengeField(platform)))
    await expect(spend(sent, laterBy(3))).rejects.toMatchObject({ code: 'challenge_expired' })
  })
  it('is not spent when what it protects was not kept', async () => {
    const sent = answeredChallenge(String(challengeField(platform)))
    const failed = platform.inTransaction(async (tx) => {
      await spendChallenge(tx, platform, challengeAnswer(sent))
      throw new Error('not kept')
    })
    await expect(failed).rejects.toThrow('not kept')
    await spend(sent)
  })
})

describe('the work of a browser', () => {
  const solved = async () => {
    const app = await createApp(platform)
    const challenge = (await app.inject({ url: '/api/challenge' })).json()
    const solution = await solveChallenge({ challenge, deriveKey })
    return (change = {}) => ({
      altcha: Buffer.from(JSON.stringify({ challenge, solution, ...change })).toString('base64'),
    })
  }
  it('passes once, and not when it expired, was made up, or is no work at all', async () => {
    const work = await solved()
    await expect(
      spend(work({ solution: { counter: 1, derivedKey: 'ab'.repeat(32) } })),
    ).rejects.toMatchObject({
      code: 'challenge_failed',
    })
    await expect(spend(work(), laterBy(3))).rejects.toMatchObject({ code: 'challenge_expired' })
    await spend(work())
    await expect(spend(work())).rejects.toMatchObject({ code: 'challenge_spent' })
    await expect(spend({ altcha: 'bm90IGpzb24=' })).rejects.toMatchObject({ code: 'challenge_failed' })
  })
})
