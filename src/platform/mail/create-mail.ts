import { join } from 'node:path'
import type { Config } from '#platform/config'
import type { Queue } from '#platform/queue'
import type { Mail } from './index.ts'
import { mailFolder } from './mail-folder.ts'
import { queueMail } from './mail-job.ts'
import { mailServer } from './mail-server.ts'

export function createMail(config: Config, queue: Queue): Mail {
  const { smtpUrl, mailFrom, dataDir, secretKey } = config
  const send = smtpUrl ? mailServer(smtpUrl, mailFrom) : mailFolder(join(dataDir, 'mail'), mailFrom)
  return {
    send,
    sendLater: (tx, message, options) => queueMail({ queue, secretKey }, tx, message, options),
  }
}
