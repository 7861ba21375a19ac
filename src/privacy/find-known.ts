import type { LetterData, LetterDataKind } from './find-in-letter.ts'
import { plainText } from './plain-text.ts'
import { spokenDigits } from './spoken-digits.ts'

/** A piece that is somebody's for sure: from the form, or found in another text of the same letter. */
export type Known = { kind: LetterDataKind; text: string }

/** Who signs so is nobody: as a name to look for it would put stars on common words. */
const nobody =
  /匿名|网友|市民|业主|群众|村民|居民|家长|学生|职工|员工|全体|大家|公司|有限|委员会|协会|[店厂局处科]$|先生$|女士$|小姐$|同志$|老师$|某|[*＊]/
const honour = /[(（[【].*$|(?:先生|女士|小姐|同志|老师)$/

/** The sender as the form has them; several names stand side by side, （代） and blanks are no part of one. */
export function knownOfForm(form: { author?: string; telephone?: string; email?: string }): Known[] {
  const names = plainText(form.author ?? '')
    .text.split(/[、,;/\n]|(?<=[一-鿿])和(?=[一-鿿]{2})/)
    .map((one) => one.replace(honour, '').trim())
    .map((one) => (/^[\p{Script=Han}\s·]+$/u.test(one) ? one.replace(/\s/g, '') : one))
    .filter((one) => /^[\p{L}· .]{2,40}$/u.test(one) && !nobody.test(one))
  const telephones = (plainText(form.telephone ?? '').text.match(/[\d +()-]{7,}/g) ?? [])
    .map((one) => one.replace(/\D/g, ''))
    .filter((one) => one.length >= 7)
  return [
    ...names.map((text) => ({ kind: 'name', text }) as const),
    ...telephones.map((text) => ({ kind: 'telephone', text }) as const),
    ...(form.email ? [{ kind: 'email', text: plainText(form.email).text.trim() } as const] : []),
  ]
}

export function findKnown(text: string, known: readonly Known[]): LetterData[] {
  const read = spokenDigits(text)
  return known.flatMap(({ kind, text: piece }) => {
    const digits = piece.replace(/\D/g, '')
    const isNumber = digits.length >= 5 && !/[一-鿿]/.test(piece) && kind !== 'email' && kind !== 'account'
    const pattern = isNumber ? numberPattern(digits) : wordPattern(plainText(piece).text)
    return [...(isNumber ? read : text).matchAll(pattern)].map((match) => ({
      kind: kind === 'telephone' && /^1[3-9]\d{9}$/.test(digits) ? 'mobile_phone' : kind,
      start: match.index,
      end: match.index + match[0].length,
    }))
  })
}

const numberPattern = (digits: string) =>
  new RegExp(`(?<!\\d)${[...digits.replace(/^86(?=1\d{10}$)/, '')].join('[ ()._·-]{0,2}')}(?!\\d)`, 'g')
const wordPattern = (piece: string) =>
  new RegExp(
    [...piece.replace(/\s+/g, ' ')]
      .map((one) => (one === ' ' ? '\\s*' : one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join(/^[一-鿿·]{2,4}$/.test(piece) ? '[ ·]?' : ''),
    'gi',
  )
