/** What a job does, for the system administrator. */
const jobLabels: Record<string, string> = {
  'mail.send': '发送邮件',
  'files.sweep': '清理未完成的上传',
  'limits.forget': '清理到期的访问计数',
  'audit.anchor': '审计链锚定',
  'audit.check-chain': '审计链检查',
  'publishing.fire-due': '定时发布与撤回',
  'publishing.check-links': '链接检测',
  'foi.mail-answer': '用邮件送达申请答复',
  'foi.raise-alerts': '申请期限提醒',
  'foi.forget-drafts': '清理未提交的申请',
  'foi.judge-closings': '核对申请是否按期办结',
  'letters.open_from_request': '申请转为来信',
  'letters.warn': '来信期限提醒',
  'letters.close': '来信办结',
  'chat.close-idle': '结束无人应答的会话',
  'knowledge.suspend-stale': '暂停依据已变化的口径',
  'knowledge.tell-expiring': '口径到期提醒',
  'knowledge.forget-readers': '清理评价者的标记',
  'knowledge.digest': '知识库简报',
}
/** The name itself for a job that no version of this program has any more. */
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
