import { record } from '#audit'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { MailFailure } from '#platform/mail'
import { FinalFailure, type Job } from '#platform/queue'
import { composeAnswerMail, letterOfAnswer, mailAddressOf } from './answer-mail.ts'
import { type Answer, latestAnswer } from './answer-store.ts'
import { insertEvent } from './events.ts'
import { recordDelivered } from './record-delivered.ts'
import { refuse } from './refusals.ts'
import type { DisclosureRequest } from './request.ts'
import { lockRequest } from './store.ts'

type Ordered = { requestId: number; answerId: number; staffId: number }
const name = 'foi.mail-answer'
/** Half a minute, doubled up to an hour: about a day in all. */
const retries = { limit: 30, delaySeconds: 30, longestDelaySeconds: 3600 }

/**
 * The answer is mailed once the transaction commits; it counts as delivered when the mail server took it, not before.
 * Throws: Refusal no_email, mail_not_set_up, answer_letter_missing.
 */
export async function orderAnswerMail(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  request: Pick<DisclosureRequest, 'id'>,
  answer: Answer,
): Promise<void> {
  if (!(await mailAddressOf(platform, tx, request.id)))
    throw refuse('no_email', { by: '申请人没有留下电子邮箱。' })
  if (!platform.config.smtpUrl) throw refuse('mail_not_set_up', { by: '没有配置邮件服务器。' })
  if (!(await letterOfAnswer(tx, request.id, answer))) throw refuse('answer_letter_missing')
  const ordered: Ordered = { requestId: request.id, answerId: answer.id, staffId: staff.id }
  await platform.queue.add(tx, name, ordered, { key: `foi-answer-${request.id}-${answer.id}`, retries })
}

/** Sends what is still approved and not delivered otherwise; the server's acceptance is the proof of delivery. */
export const mailAnswerJob: Job<Ordered> = {
  name,
  retries,
  run: async (platform, ordered) => {
    const failed = await platform.inTransaction((tx) => sendAnswer(platform, tx, ordered))
    if (!failed) return
    const reason = `the answer could not be mailed: ${failed.reason}`
    if (!failed.final) throw new Error(reason)
    await noteFailure(platform, ordered, failed.reason)
    throw new FinalFailure(reason)
  },
}

/** The case stays locked while the server is asked, so that nobody takes back what is just going out. */
async function sendAnswer(platform: Platform, tx: Tx, { requestId, answerId, staffId }: Ordered) {
  const request = await lockRequest(tx, requestId)
  const answer = await latestAnswer(tx, requestId)
  if (request.status !== 'approved' || answer?.id !== answerId || !answer.approvedAt) return undefined
  const result = await platform.mail.send(await composeAnswerMail(platform, tx, request, answer))
  if (!result.sent) return result
  const on = platform.clock.today()
  const at = platform.clock.now()
  await recordDelivered(platform, tx, request, answer, on)
  const proof = `邮件服务器于${inShanghai(at)}接收，邮件编号${result.id}`
  const detail = { outcome: answer.outcome, by: 'email', proof }
  await insertEvent(tx, { requestId, kind: 'answered', on, detail, staffId, at })
  record(tx, {
    actor: { kind: 'system', name },
    action: 'foi.deliver_answer',
    subject: { kind: 'foi_request', id: requestId },
    detail: { kind: 'answered', on },
  })
  return undefined
}

const failures = {
  server_away: '邮件服务器没有应答',
  sign_in_refused: '邮件服务器拒绝登录',
  recipient_refused: '邮件服务器不接受这个收件地址',
  message_refused: '邮件服务器不接受这封邮件',
} satisfies Record<MailFailure, string>

async function noteFailure(platform: Platform, { requestId, staffId }: Ordered, failure: MailFailure) {
  const reason = `${failures[failure]}，答复没有送达，请选择其他送达方式。`
  const at = platform.clock.now()
  const event = { requestId, kind: 'answer_mail_failed', on: platform.clock.today(), detail: { reason } }
  await platform.inTransaction((tx) => insertEvent(tx, { ...event, staffId, at }).then(() => undefined))
}

const inShanghai = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
