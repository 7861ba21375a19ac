import type { Tx } from '#platform/db'

export { createMail } from './create-mail.ts'
export { mailJob } from './mail-job.ts'

export type MailMessage = {
  /** One address, without a name. */
  to: string
  subject: string
  text: string
  attachments?: { name: string; bytes: Buffer }[]
}

/** What a mail server may say no with, in words that carry nothing of the message. */
export type MailFailure = 'server_away' | 'sign_in_refused' | 'recipient_refused' | 'message_refused'

/** `final`: the same message would be refused again. */
export type MailResult = { sent: true; id: string } | { sent: false; reason: MailFailure; final: boolean }

export type Mail = {
  /** Expected failures are data, not exceptions. Without SMTP_URL the message is written into DATA_DIR/mail as .eml. */
  send(message: MailMessage): Promise<MailResult>
  /**
   * Sends after the transaction commits, tries again for about a day while the server is away, and shows what failed to the system administrator.
   * The message waits sealed. `key`: at most one message of this key waits.
   */
  sendLater(tx: Tx, message: MailMessage, options?: { key?: string; startAfter?: Date }): Promise<void>
}
