import type { Place } from './place.ts'

/** A stretch of one chain: its digits without what stands between them, and the sizes of its groups. */
export type Stretch = Place & { digits: string; sizes: readonly number[] }
type Group = Place & { digits: string }

/** Digits that little stands between: people write 139 0013 9000, 139-0013-9000, 139.0013.9000. */
const chains = /\d+(?:(?: ?[-._·] ?| {1,2}|--)\d+)*/g
/** Nobody breaks a number into more pieces, except digit by digit. */
const mostGroups = 20
const mostDigits = 22

/** Every chain with every stretch of it that begins and ends at a break: neighbours glue together, and each must be tried alone. */
export function chainsIn(text: string): Stretch[][] {
  return [...text.matchAll(chains)].map((match) => stretchesOf(groupsOf(match)))
}

function groupsOf(chain: RegExpExecArray): Group[] {
  return [...chain[0].matchAll(/\d+/g)].flatMap(({ 0: digits, index }) => {
    const start = chain.index + index
    return piecesOf(digits).map(({ from, to }) => ({
      start: start + from,
      end: start + to,
      digits: digits.slice(from, to),
    }))
  })
}

/** Two telephones with nothing between them are two. */
function piecesOf(digits: string): { from: number; to: number }[] {
  if (!/^(?:1[3-9]\d{9}){2,3}$/.test(digits)) return [{ from: 0, to: digits.length }]
  return Array.from({ length: digits.length / 11 }, (_, at) => ({ from: at * 11, to: (at + 1) * 11 }))
}

function stretchesOf(groups: readonly Group[]): Stretch[] {
  return groups.flatMap((first, from) => {
    const all: Stretch[] = []
    let digits = ''
    for (const [at, group] of groups.slice(from, from + mostGroups).entries()) {
      digits += group.digits
      if (digits.length > mostDigits) break
      const sizes = groups.slice(from, from + at + 1).map((one) => one.digits.length)
      all.push({ start: first.start, end: group.end, digits, sizes })
    }
    return all
  })
}
