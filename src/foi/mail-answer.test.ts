import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { createLog } from '#platform/log'
import { testMailServer } from '../../test/mail-server.ts'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes } from '../../test/request-form.ts'
import { testStaff } from '../../test/staff.ts'
import { mailServer } from '../platform/mail/mail-server.ts'
import { createQueue } from '../platform/queue/boss-queue.ts'
import { attachedLimitBytes, withinLimit } from './answer-mail.ts'
import { latestAnswer } from './answer-store.ts'
import { approveAnswer, builtCase } from './builders.ts'
import { answerInput, deliveryInput } from './contract.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { makeLetter } from './documents/make-letter.ts'
import { draftAnswer } from './draft-answer.ts'
import { mailAnswerJob } from './mail-answer.ts'
import { readRequest } from './read-request.ts'
import { recallAnswer } from './recall-answer.ts'
import { listCaseFiles } from './release/case-file-store.ts'
import { keepFile, releaseFile } from './release/keep-file.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
/** The same system with a mail server. */
const mailing = (url: string): Platform => ({
  ...platform,
  config: { ...platform.config, smtpUrl: url },
  mail: { ...platform.mail, send: mailServer(url, '某某局 <no-reply@example.gov.cn>') },
})
async function approved(more: object = { email: 'zhang@example.cn' }) {
  const { id, number } = await builtCase(platform, officer, '2026-02-25', more)
  await keepFile(platform, officer, id, { role: 'record', note: '', name: '办法.png', bytes: proofBytes })
  const file = (await listCaseFiles(platform.db, id))[0]?.id ?? 0
  await releaseFile(platform, officer, id, file, true)
  await draftAnswer(
    platform,
    officer,
    id,
    answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。' }),
  )
  await approveAnswer(platform, supervisor, id)
  return { id, number }
}
/** The words of a mail, whose part is written in base64. */
const textOf = (raw: string) =>
  Buffer.from(
    /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '',
    'base64',
  ).toString()
const order = (on: Platform, id: number) =>
  deliverAnswer(on, officer, id, { on: day('2026-03-02'), by: 'email', proof: '' })
async function ordered(on: Platform) {
  const made = await approved()
  await makeLetter(platform, officer, made.id, 'answer')
  await order(on, made.id)
  const answerId = (await latestAnswer(platform.db, made.id))?.id ?? 0
  return { ...made, run: () => mailAnswerJob.run(on, { requestId: made.id, answerId, staffId: officer.id }) }
}
const stateOf = async (id: number) => {
  const { request, events } = await readRequest(platform, officer, id)
  return { request, last: events.at(-1), kinds: events.map(({ kind }) => kind) }
}

describe('an answer by e-mail, Order 711 art. 40', () => {
  it('carries letter and files, names the tracking page, and is delivered when the server took it', async () => {
    const server = await testMailServer()
    const on = mailing(server.url)
    const { id } = await ordered(on)
    expect(await stateOf(id)).toMatchObject({
      request: { status: 'approved', answeredOn: null },
      last: { kind: 'answer_mail_ordered' },
    })
    const queue = createQueue(platform.databaseUrl, createLog('silent'))
    await queue.work(on, [mailAnswerJob as never])
    await expect.poll(() => server.received.length, { timeout: 15_000 }).toBe(1)
    await queue.close()
    const [{ to, raw } = { to: [], raw: '' }] = server.received
    expect(to).toEqual(['zhang@example.cn'])
    expect(raw.replaceAll(/\s/g, '')).toContain(proofBytes.toString('base64').slice(0, 70))
    expect(raw.match(/Content-Disposition: attachment/g)).toHaveLength(2)
    expect(raw).toContain('.docx')
    expect(textOf(raw)).toContain('/requests/track 查询并下载')
    expect(textOf(raw)).toContain('办法.png')
    const { request, last } = await stateOf(id)
    expect(request).toMatchObject({ status: 'answered', answeredOn: '2026-03-02' })
    expect(last?.detail.proof).toMatch(/^邮件服务器于2026-03-02 10:00接收，邮件编号<.+>$/)
  })
  it('is not delivered while the server is away, nor refused for good: the case waits, the log says why', async () => {
    const away = await ordered(mailing('smtp://127.0.0.1:1'))
    await expect(away.run()).rejects.toThrow('server_away')
    expect((await stateOf(away.id)).request.status).toBe('approved')
    const server = await testMailServer({ refuseRecipient: 550 })
    const refusedFor = await ordered(mailing(server.url))
    await expect(refusedFor.run()).rejects.toThrow('recipient_refused')
    const { request, last } = await stateOf(refusedFor.id)
    expect([request.status, last?.kind]).toEqual(['approved', 'answer_mail_failed'])
    expect(last?.detail.reason).toContain('请选择其他送达方式')
  })
  it('is sent once, and not at all once the draft was recalled', async () => {
    const server = await testMailServer()
    const twice = await ordered(mailing(server.url))
    await twice.run()
    await twice.run()
    expect(server.received).toHaveLength(1)
    const recalled = await ordered(mailing(server.url))
    await recallAnswer(platform, officer, recalled.id, '附件有误')
    await recalled.run()
    expect(server.received).toHaveLength(1)
    expect((await stateOf(recalled.id)).request.status).toBe('handling')
  })
  it('no_email, mail_not_set_up, answer_letter_missing; another way needs its proof', async () => {
    const on = mailing('smtp://127.0.0.1:1')
    await expect(order(on, (await approved({})).id)).rejects.toEqual(refused('no_email'))
    const { id } = await approved()
    await expect(order(on, id)).rejects.toEqual(refused('answer_letter_missing'))
    await expect(order(platform, id)).rejects.toEqual(refused('mail_not_set_up'))
    const input = { on: '2026-03-02', proof: '' }
    expect(deliveryInput.safeParse({ ...input, by: 'counter' }).success).toBe(false)
    expect(deliveryInput.safeParse({ ...input, by: 'email' }).success).toBe(true)
  })
  it('what is too large for a mail is left for the tracking page', () => {
    const sizes = [20_000, attachedLimitBytes, 30_000].map((sizeBytes) => ({ sizeBytes }))
    expect(withinLimit(sizes)).toEqual({ attached: [sizes[0], sizes[2]], left: [sizes[1]] })
  })
})
