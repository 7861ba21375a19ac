import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import { createLog } from '#platform/log'
import { testMailServer } from '../../../test/mail-server.ts'
import { testPlatform } from '../../../test/platform.ts'
import { createQueue } from '../queue/boss-queue.ts'
import { mailFolder } from './mail-folder.ts'
import { mailJob } from './mail-job.ts'
import { mailServer } from './mail-server.ts'

const from = '某某局 <no-reply@example.gov.cn>'
const message = {
  to: 'zhang.san@example.com',
  subject: '您的申请已受理',
  text: '张三：您好。\n受理编号 2018-0001。',
  attachments: [{ name: '答复书.txt', bytes: Buffer.from('答复') }],
}

describe('over SMTP', () => {
  it('a message arrives whole, from the agency to the one person', async () => {
    const server = await testMailServer()
    const sent = await mailServer(server.url, from)(message)
    expect(sent).toMatchObject({ sent: true })
    const [{ to, raw } = { to: [], raw: '' }] = server.received
    expect(to).toEqual(['zhang.san@example.com'])
    expect(raw).toContain('no-reply@example.gov.cn')
    expect(raw).toContain('Auto-Submitted: auto-generated')
    expect(raw).toContain(Buffer.from('答复').toString('base64'))
  })

  it('signs in when the address holds a name and a password', async () => {
    const server = await testMailServer({ password: 'right' })
    const url = (password: string) => server.url.replace('smtp://', `smtp://agency:${password}@`)
    expect(await mailServer(url('right'), from)(message)).toMatchObject({ sent: true })
    expect(await mailServer(url('wrong'), from)(message)).toEqual({
      sent: false,
      reason: 'sign_in_refused',
      final: true,
    })
  })

  it.each<[string, Parameters<typeof testMailServer>[0], object]>([
    ['nobody of that name', { refuseRecipient: 550 }, { reason: 'recipient_refused', final: true }],
    ['a full mailbox', { refuseRecipient: 452 }, { reason: 'recipient_refused', final: false }],
    ['a message it does not like', { refuseMessage: 554 }, { reason: 'message_refused', final: true }],
  ])('%s is told as data, without the address', async (_, options, expected) => {
    const server = await testMailServer(options)
    expect(await mailServer(server.url, from)(message)).toEqual({ sent: false, ...expected })
  })

  it('a server that is away, or that answers something else, is told as data', async () => {
    const server = await testMailServer()
    await server.close()
    const away = { sent: false, reason: 'server_away', final: false }
    expect(await mailServer(server.url, from)(message)).toEqual(away)
    expect(await mailServer('smtp://127.0.0.1:1', from)(message)).toEqual(away)
  })

  it.each(['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com', 'nobody', ''])(
    'the address %j reaches nobody else',
    async (to) => {
      const server = await testMailServer()
      await mailServer(server.url, from)({ ...message, to })
      expect(server.received.flatMap((mail) => mail.to)).not.toContain('b@example.com')
      expect(server.received.map((mail) => mail.raw).join()).not.toMatch(/^Bcc:/m)
    },
  )
})

it('without a mail server a message is a file for the program’s own user', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'gongkai-mail-')), 'mail')
  expect(await mailFolder(folder, from)(message)).toMatchObject({ sent: true })
  const [file = ''] = readdirSync(folder)
  expect(file).toMatch(/\.eml$/)
  expect(readFileSync(join(folder, file), 'utf8')).toContain('To: zhang.san@example.com')
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
})

describe('later', () => {
  const log: string[] = []
  let platform: Awaited<ReturnType<typeof testPlatform>>
  let queue: ReturnType<typeof createQueue>
  beforeAll(async () => {
    platform = await testPlatform()
    queue = createQueue(platform.databaseUrl, createLog('info', { write: (line) => log.push(line) }))
  })
  afterAll(() => queue.close())
  const waiting = () =>
    sql<{ state: string; data: object; output: object }>`
      select state, data, output from pgboss.job where name = 'mail.send' order by created_on`.execute(
      platform.db,
    )

  it('it waits sealed, goes out once it may, and what is refused for good is a failed job without a name in it', async () => {
    const refusing = await testMailServer({ refuseRecipient: 550 })
    const { sendLater } = platform.mail
    await platform.inTransaction((tx) => sendLater(tx, message, { key: 'receipt 1' }))
    await platform.inTransaction((tx) => sendLater(tx, message, { key: 'receipt 1' }))
    const { rows } = await waiting()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/zhang|张三|2018-0001/)
    const platformWithServer = { ...platform, mail: { sendLater, send: mailServer(refusing.url, from) } }
    await queue.work(platformWithServer, [mailJob as never])
    await expect.poll(async () => (await waiting()).rows[0]?.state, { timeout: 15_000 }).toBe('failed')
    const failed = JSON.stringify((await waiting()).rows)
    expect(failed).toContain('recipient_refused')
    expect(failed + log.join()).not.toMatch(/zhang|张三|2018-0001/)
  }, 30_000)

  it('rolled back with its cause, and kept while the server is away', async () => {
    const lost = platform.inTransaction(async (tx) => {
      await platform.mail.sendLater(tx, message)
      throw new Error('rolled back')
    })
    await expect(lost).rejects.toThrow('rolled back')
    const before = (await waiting()).rows.length
    await platform.inTransaction((tx) => platform.mail.sendLater(tx, message))
    expect((await waiting()).rows.length).toBe(before + 1)
  })
})
