import type { MailMessage } from './index.ts'

/** The message as nodemailer takes it. `to` is one mailbox whatever it contains, and nothing is fetched from elsewhere. */
export function letterOf({ to, subject, text, attachments = [] }: MailMessage, from: string) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    attachments: attachments.map(({ name, bytes }) => ({ filename: name, content: bytes })),
    // RFC 3834: holiday notices do not answer a machine.
    headers: { 'auto-submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
