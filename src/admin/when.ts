const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as people here read it; '' for none. */
export function whenText(iso: string | null): string {
  return iso ? format.format(new Date(iso)) : ''
}
