const token = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)/g
/** Elements that hold words: t of Word, Excel and PowerPoint, deleted words, answers to comments, headers of sheets. */
const words = /^(?:t|delText|text|(?:odd|even|first)(?:Header|Footer))$/
const ends = /^(?:p|si|tr|comment|text|br|cr|(?:odd|even|first)(?:Header|Footer))$/
/** What `&L`, `&"font"`, `&12`, `&P` do in the header of a sheet. */
const sheetCodes = /&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])/g

/** The words of one part of an Office document, a paragraph a line. A watermark's words and a sheet's name are attributes. */
export function textOfXml(xml: string): string {
  let text = ''
  let element = ''
  for (const [, end, name = '', attributes = '', plain] of xml.matchAll(token)) {
    if (plain !== undefined) {
      if (words.test(element)) text += unescaped(plain).replace(element.length > 6 ? sheetCodes : /$^/, ' ')
      continue
    }
    element = end || attributes.endsWith('/') ? '' : name
    if (name === 'tab' && /^\s*\/?$/.test(attributes)) text += '\t'
    if (name === 'textpath' || name === 'sheet') text += `\n${attributeOf(attributes)}\n`
    if (ends.test(name) && (end || attributes.endsWith('/'))) text += '\n'
  }
  return text
}

const attributeOf = (attributes: string) =>
  unescaped(/(?:^|\s)(?:string|name)="([^"]*)"/.exec(attributes)?.[1] ?? '')

const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (all, decimal, hex, name) => {
    if (name) return named[name.toLowerCase()] ?? all
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
