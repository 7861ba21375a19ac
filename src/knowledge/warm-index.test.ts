import { expect, it, vi } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { insertReplied } from '../../test/replied-letters.ts'
import { warmIndexes } from './live-index.ts'
import { suggestAnswers } from './suggest-answers.ts'

it('a server reads the answers as it begins to listen, not at the first question; whoever does not listen reads nothing', async () => {
  const platform = await testPlatform()
  const reads = vi.spyOn(platform.db, 'selectFrom')
  const looked = () => reads.mock.calls.filter(([from]) => String(from) === 'reference_answers').length
  const app = await createApp(platform)
  await app.inject('/answers')
  expect(looked()).toBe(0)
  await app.listen({ host: '127.0.0.1', port: 0 })
  await expect.poll(looked).toBeGreaterThanOrEqual(2)
  await app.close()
})

it('the first question after that still gets what was written since', async () => {
  const platform = await testPlatform()
  await warmIndexes(platform)
  await insertReplied(platform.db, [{ number: 'a', subject: '年检', reply: '机动车年检请到检测站办理。' }])
  expect((await suggestAnswers(platform, '机动车年检'))[0]?.entry).toBe('a')
})
