/** A place on a page to cover, as parts of the page's width and height from the top left. Unit: 0 to 1; pages from 1. */
export type Area = { page: number; x: number; y: number; width: number; height: number }
/** A run of text as the PDF places it, in the same units. */
export type TextRun = Area & { text: string }

export const cover = '█████'
/** Letters reach over their box a little. */
const margin = 0.004

/** Where the terms stand, also across the runs that a PDF cuts a line into. White space does not count. */
export function areasOfTerms(runs: readonly TextRun[], terms: readonly string[]): Area[] {
  const wanted = terms.map(withoutSpace).filter(Boolean)
  return [...Map.groupBy(runs, (run) => run.page).values()].flatMap((page) => {
    const signs = page.flatMap(signsOf)
    const text = signs.map(({ sign }) => sign).join('')
    return wanted.flatMap((term) =>
      placesOf(text, term).flatMap((from) => signs.slice(from, from + term.length).map(boxOf)),
    )
  })
}

/** The text that is left: a sign under an area is gone, a row of gone signs becomes one cover. */
export function textLeft(runs: readonly TextRun[], areas: readonly Area[]): string {
  const lines = [...Map.groupBy(runs, (run) => run.page).entries()].map(([number, page]) => {
    const covered = areas.filter((area) => area.page === number)
    const signs = page.flatMap((run) => [...signsOf(run), { sign: '\n', box: undefined }])
    const hidden = signs.map(({ sign, box }) =>
      box && covered.some((area) => hides(area, box)) ? '█' : sign,
    )
    return hidden.join('').replaceAll(/█+/g, cover)
  })
  return lines.join('\n\n')
}

type Sign = { sign: string; box: Area }
const boxOf = ({ box }: Sign): Area => ({
  page: box.page,
  x: box.x - margin,
  y: box.y - margin,
  width: box.width + 2 * margin,
  height: box.height + 2 * margin,
})

/** A Han character is about twice as wide as a Latin one; exact widths would need the font. */
function signsOf(run: TextRun): Sign[] {
  const weights = [...run.text].map((sign) => (sign.charCodeAt(0) > 0x2e7f ? 2 : 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1
  let before = 0
  return [...run.text].flatMap((sign, index) => {
    const [weight, x] = [weights[index] ?? 1, run.x + (run.width * before) / whole]
    before += weight
    const box = { page: run.page, x, y: run.y, width: (run.width * weight) / whole, height: run.height }
    return sign.trim() ? [{ sign, box }] : []
  })
}

function placesOf(text: string, term: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) places.push(at)
  return places
}

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '')
/** A sign of which a reader could see less than this much beside the area is hidden. */
const mostVisible = 0.85

function hides(area: Area, sign: Area): boolean {
  const wide = Math.min(area.x + area.width, sign.x + sign.width) - Math.max(area.x, sign.x)
  const tall = Math.min(area.y + area.height, sign.y + sign.height) - Math.max(area.y, sign.y)
  return (
    area.page === sign.page && wide > sign.width * (1 - mostVisible) && tall > sign.height * (1 - mostVisible)
  )
}
