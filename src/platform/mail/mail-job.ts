import type { Tx } from '#platform/db'
import { FinalFailure, type Job, type Queue } from '#platform/queue'
import { seal, unseal } from '#platform/seal'
import type { Mail, MailMessage } from './index.ts'

const name = 'mail.send'
const purpose = 'queued mail'
/** Half a minute, doubled up to an hour: about a day in all. */
const retries = { limit: 30, delaySeconds: 30, longestDelaySeconds: 3600 }

type Queued = { sealed: string }

/** The queue's table is no place for a citizen's address: the message waits sealed. */
export function queueMail(
  { queue, secretKey }: { queue: Queue; secretKey: string },
  tx: Tx,
  message: MailMessage,
  options: Parameters<Mail['sendLater']>[2] = {},
): Promise<void> {
  const attachments = message.attachments?.map((file) => ({ ...file, bytes: file.bytes.toString('base64') }))
  const plain = Buffer.from(JSON.stringify({ ...message, attachments }))
  const data: Queued = { sealed: seal(secretKey, purpose, plain).toString('base64') }
  return queue.add(tx, name, data, { ...options, retries })
}

/** Sends one queued message. What the server refuses for good is not tried again; both show among the failed jobs. */
export const mailJob: Job<Queued> = {
  name,
  retries,
  run: async ({ config, mail }, { sealed }) => {
    const plain = unseal(config.secretKey, purpose, Buffer.from(sealed, 'base64'))
    const result = await mail.send(messageOf(JSON.parse(plain.toString())))
    if (result.sent) return
    const reason = `the mail could not be sent: ${result.reason}`
    throw result.final ? new FinalFailure(reason) : new Error(reason)
  },
}

function messageOf({ attachments = [], ...message }: QueuedMessage): MailMessage {
  return {
    ...message,
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') })),
  }
}
type QueuedMessage = Omit<MailMessage, 'attachments'> & { attachments?: { name: string; bytes: string }[] }
