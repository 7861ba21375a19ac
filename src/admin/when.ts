// Swedish writes days and hours as the national standard does (GB/T 7408).
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant in Shanghai as 2026-11-24 16:57, like every other day of this house; '' for none. */
export function whenText(iso: string | null): string {
  return iso ? format.format(new Date(iso)) : ''
}
