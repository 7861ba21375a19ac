import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import { createLog } from '#platform/log'
import { mailJob } from '#platform/mail'
import { answeredChallenge } from '../../test/challenge.ts'
import { answerLetter, builtLetter, sendLetter } from '../../test/letters.ts'
import { testMailServer } from '../../test/mail-server.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { mailServer } from '../platform/mail/mail-server.ts'
import { createQueue } from '../platform/queue/boss-queue.ts'
import { mergeLetter } from './merge-letter.ts'
import { withdrawName } from './sender.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let queue: ReturnType<typeof createQueue>
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform()
  queue = createQueue(platform.databaseUrl, createLog('silent'))
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
afterAll(() => queue.close())
const decoded = (raw: string) => {
  const [, ...parts] = raw.split(/\r?\n\r?\n/)
  const body = parts.join('\n')
  return /base64/i.test(raw)
    ? Buffer.from(body, 'base64').toString()
    : body
        .replace(/=\r?\n/g, '')
        .replace(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString())
}

it('a reply is told by mail to those who left an address: number and way to it, nothing of the words', async () => {
  const server = await testMailServer()
  const sent = { author: '李小红', subject: '咨询补助', body: '我叫李小红，补助怎样申请？' }
  const main = await sendLetter(platform, { ...sent, email: 'li@example.com' })
  const double = await sendLetter(platform, { email: 'wang@example.com', body: '同一件事，补助怎样申请？' })
  const forgotten = await sendLetter(platform, { email: 'gone@example.com' })
  const without = await sendLetter(platform)
  await mergeLetter(platform, officer, double.id, main.number)
  await withdrawName(platform, forgotten.id)
  for (const { id } of [main, forgotten, without])
    await answerLetter(platform, { officer, supervisor }, id, {
      body: '李小红您好，请到一楼窗口。',
      forMerged: id === main.id ? '请到一楼窗口。' : '',
    })
  const { sendLater } = platform.mail
  const send = mailServer(server.url, '某某局 <no-reply@example.gov.cn>')
  await queue.work({ ...platform, mail: { sendLater, send } }, [mailJob as never])
  await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(2)
  expect(server.received.flatMap(({ to }) => to).sort()).toEqual(['li@example.com', 'wang@example.com'])
  const mail = server.received.find(({ to }) => to.includes('li@example.com'))
  const text = decoded(mail?.raw ?? '')
  expect(text).toContain(`/letters/track?number=${main.number}`)
  expect(text).toContain('已经答复')
  expect(text).not.toMatch(/李小红|补助|一楼窗口/)
  expect(text).not.toContain(main.queryCode)
}, 60_000)

it('an address that is none is said on the form, and what was typed stays', async () => {
  const app = await createApp(platform)
  const challenge = answeredChallenge((await app.inject('/letters/new')).body)
  const given = { ...builtLetter(), email: 'nobody', key: 'mail-1', ...challenge }
  const answer = await app.inject({
    method: 'POST',
    url: '/letters',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(given as unknown as Record<string, string>).toString(),
  })
  expect([
    answer.statusCode,
    answer.body.includes('邮箱地址不对'),
    answer.body.includes('value="nobody"'),
  ]).toEqual([422, true, true])
})
