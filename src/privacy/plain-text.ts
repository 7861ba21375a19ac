import type { Place } from './place.ts'

/** A text as the patterns read it, and the way back to the text as given. */
export type PlainText = { text: string; placeOf: (place: Place) => Place }

/** Unseen signs that somebody may put between digits; blanks, hyphens and middle dots of every script. */
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/
const blank = /[\u00a0\u2002-\u200a\u3000]/
const hyphen = /[\u2010-\u2015\u2212]/
const middleDot = /[•・‧∙⋅]/
/** A number in a circle or a small one is a mark beside the text: ① before a telephone is none of its digits. */
const mark = /[\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793]/
const odd = /[^\n -~\u4e00-\u9fff、。“”]/u

/** Full-width forms, blanks, hyphens and dots written one way. Source: Unicode normalization form KC, sign by sign. */
export function plainText(given: string): PlainText {
  if (!odd.test(given)) return { text: given, placeOf: (place) => place }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const sign of given) {
    const plain = plainSign(sign)
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    text += plain
    at += sign.length
  }
  return { text, placeOf: ({ start, end }) => ({ start: starts[start] ?? at, end: ends[end - 1] ?? at }) }
}

function plainSign(sign: string): string {
  if (!odd.test(sign) || mark.test(sign)) return sign
  if (unseen.test(sign)) return ''
  if (blank.test(sign)) return ' '
  if (hyphen.test(sign)) return '-'
  if (middleDot.test(sign)) return '·'
  const plain = sign.normalize('NFKC')
  return /^[ -~]$/.test(plain) ? plain : sign
}
