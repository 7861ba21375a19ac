export type MailMessage = {
  to: string
  subject: string
  text: string
  attachments?: { name: string; bytes: Buffer }[]
}

export type Mail = {
  /** Expected failures are data, not exceptions. Without SMTP_URL the message is written into DATA_DIR/mail as .eml. */
  send(message: MailMessage): Promise<{ sent: true; id: string } | { sent: false; reason: string }>
}
