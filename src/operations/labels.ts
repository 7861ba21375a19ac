/** What a job does, for the system administrator; a job without a row shows its name. */
const jobLabels: Record<string, string> = {
  'mail.send': '发送邮件',
  'files.sweep': '清理未完成的上传',
  'audit.anchor': '审计链锚定',
  'publishing.publish-due': '定时发布',
  'publishing.fire-due': '定时发布与撤回',
}
export const jobLabel = (name: string): string => jobLabels[name] ?? name

/** Of the mail job (#platform/mail, MailFailure). */
const reasonLabels: Record<string, string> = {
  server_away: '邮件服务器没有应答，请检查 SMTP_URL 和网络。',
  sign_in_refused: '邮件服务器不接受账号或密码，请检查 SMTP_URL。',
  recipient_refused: '邮件服务器不接受收件地址，重试不会成功，请改用其他方式送达。',
  message_refused: '邮件服务器不接受这封邮件，请联系邮件管理员。',
}

/** Why a job failed, in words; what we do not know is shown as the program says it. */
export function reasonText(error: { message?: string; type?: string; code?: string }): string {
  const message = error.message ?? ''
  const known = reasonLabels[/: (\w+)$/.exec(message)?.[1] ?? '']
  if (known) return known
  if (message === 'job timed out') return '超过了允许的时间。'
  return [error.type, error.code, message].filter(Boolean).join(' · ') || '没有留下原因'
}
