/** A piece of a text. Unit: UTF-16 units of the text as given. */
export type Place = { start: number; end: number }

export const matchesOf = <Kind extends string>(text: string, pattern: RegExp, kind: Kind) =>
  [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }))

/** In the order of the text; where two overlap the earlier one stands, the longer one where they begin together. */
export function withoutOverlap<Piece extends Place>(pieces: readonly Piece[]): Piece[] {
  let end = 0
  return [...pieces]
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((piece) => {
      if (piece.start < end) return false
      end = piece.end
      return true
    })
}
