/** Weights and check digits of a resident identity number. Source: GB 11643-1999 (ISO 7064 MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'
/** First two digits: the province. Source: GB/T 2260. */
const province = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Eighteen places: region, day of birth, order, check digit. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-8]\d{16}[\dX]$/i.test(text)) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return checkDigits[sum % 11] === text.at(-1)?.toUpperCase() && isBirthday(text.slice(6, 14))
}

/** The fifteen places in use until 1999: no check digit, two digits of the year. */
export function isOldIdentityNumber(text: string): boolean {
  return /^[1-8]\d{14}$/.test(text) && isBirthday(`19${text.slice(6, 12)}`)
}

/** Region and birthday are those of a number, whatever the check digit: somebody mistyped it. */
export const isLikeIdentityNumber = (text: string): boolean =>
  /^\d{17,18}$/.test(text) && province.test(text) && isBirthday(text.slice(6, 14))

function isBirthday(text: string): boolean {
  const [year, month, dayOfMonth] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, dayOfMonth))
  const real = date.getUTCMonth() + 1 === month && date.getUTCDate() === dayOfMonth
  return real && Number(year) >= 1900 && Number(year) <= 2100
}
