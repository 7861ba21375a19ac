import { findNumbers } from './find-numbers.ts'
import { matchesOf, withoutOverlap } from './place.ts'
import { plainText } from './plain-text.ts'

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

export const emails = /[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+/g
const provinces = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const letter = '[A-HJ-NP-Za-hj-np-z]'
const gap = '[·. -]{0,2}'
/** Common, new energy (six places), 挂学警港澳 at the end, and those of the armed police. */
export const plates = new RegExp(
  `${provinces}${gap}${letter}${gap}(?=[A-Za-z]{0,3}\\d|\\d)(?:(?:${letter}|\\d){4}[挂学警港澳]|(?:${letter}|\\d){5,6}(?![A-Za-z0-9]))|WJ${gap}${provinces}?${gap}\\d{4,5}[A-Z]?(?!\\d)`,
  'g',
)
const digit = '[\\d一二三四五六七八九十]'
/** A dwelling: a settlement or road with building, and unit or room. An office's "18号3楼" is none. */
const homes = new RegExp(
  `[一-鿿]{2,12}(?:小区|花园|公寓|家园|新村|苑|路|街|巷|里|村)(?:[^,，。;\\s]{0,8}?)${digit}{1,4}(?:栋|号楼|幢|座)(?:${digit}{1,3}单元)?\\d{1,5}(?:室|号|房)`,
  'g',
)

/** Every piece of personal data that its own form gives away, in the order of the text; never overlapping. */
export function findPersonalData(given: string): PersonalData[] {
  const { text, placeOf } = plainText(given)
  return withoutOverlap<PersonalData>([
    ...findNumbers(text),
    ...matchesOf(text, emails, 'email'),
    ...platesIn(text),
    ...matchesOf(text, homes, 'home_address'),
  ]).map((piece) => ({ ...piece, ...placeOf(piece) }))
}

/** Three digits at least: 新Apple is no plate. */
export const platesIn = (text: string) =>
  matchesOf(text, plates, 'number_plate').filter(
    ({ start, end }) => (text.slice(start, end).match(/\d/g)?.length ?? 0) >= 3,
  )
