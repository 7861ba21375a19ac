import { toTraditional } from '#site'

/** The page's own address, before that of its twin: see twin-links.ts of #site. */
const ownLinks =
  /<link rel="canonical" href="[^"]*">(?=.*?<link rel="alternate" hreflang="zh-Hant" href="([^"]*)">)/
/** What a reader typed, or a form sends to the program, stays as it is. */
const asTyped = /(\bvalue="[^"]*"|<textarea[^>]*>[^<]*<\/textarea>)/

/** A finished page in traditional characters; its own address is the one of that script. */
export function traditional(page: string): string {
  const pieces = page.split(asTyped)
  return pieces
    .map((piece, index) => (index % 2 ? piece : toTraditional(piece)))
    .join('')
    .replace('<html lang="zh-CN"', '<html lang="zh-Hant"')
    .replace(ownLinks, (_whole, twin: string) => `<link rel="canonical" href="${twin}">`)
}
