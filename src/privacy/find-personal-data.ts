import { isBankCard } from './bank-card.ts'
import { isIdentityNumber, isOldIdentityNumber } from './identity-number.ts'

export const personalDataKinds = [
  'identity_number',
  'bank_card',
  'mobile_phone',
  'email',
  'number_plate',
  'home_address',
] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]
/** Places count UTF-16 units of the text as given. */
export type PersonalData = { kind: PersonalDataKind; start: number; end: number }

/** Digits as people write them, full width too, at most one space or hyphen between two of them. */
const numbers = /(?<![\w.０-９])[\d０-９](?:[ \-－　]?[\d０-９]){9,20}[XxＸｘ]?(?![\w０-９])/g
const emails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const plates =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g
/** A dwelling: a settlement or road with building, and unit or room. An office's "18号3楼" is none. */
const homes =
  /[一-鿿]{2,12}(?:小区|花园|公寓|家园|新村|苑|路|街|巷|里|村)(?:[^，。；\s]{0,8}?)[\d０-９一二三四五六七八九十]{1,4}(?:栋|号楼|幢|座)(?:[\d０-９一二三四五六七八九十]{1,3}单元)?[\d０-９]{1,5}(?:室|号|房)/g

/** Every piece of personal data that its own form gives away, in the order of the text; never overlapping. */
export function findPersonalData(text: string): PersonalData[] {
  const found = [
    ...numbersIn(text),
    ...matchesOf(text, emails, 'email'),
    ...matchesOf(text, plates, 'number_plate'),
  ]
  const all = [...found, ...matchesOf(text, homes, 'home_address')].sort((a, b) => a.start - b.start)
  return all.filter((piece, index) => !all.slice(0, index).some((before) => before.end > piece.start))
}

function numbersIn(text: string): PersonalData[] {
  return [...text.matchAll(numbers)].flatMap((match) => {
    const kind = kindOfNumber(match[0].normalize('NFKC').replace(/[\s-]/g, ''))
    return kind ? [{ kind, start: match.index, end: match.index + match[0].length }] : []
  })
}

function kindOfNumber(digits: string): PersonalDataKind | undefined {
  if (isIdentityNumber(digits) || isOldIdentityNumber(digits)) return 'identity_number'
  if (isBankCard(digits)) return 'bank_card'
  // Source: 工业和信息化部, 电信网码号资源使用管理: 13x to 19x, eleven digits; +86 may stand before it.
  return /^(?:86)?1[3-9]\d{9}$/.test(digits) ? 'mobile_phone' : undefined
}

function matchesOf(text: string, pattern: RegExp, kind: PersonalDataKind): PersonalData[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
