import { globSync, readFileSync } from 'node:fs'

/** What code may cite, as it is written in a tag, and what it is. A new source gets a row here. */
export const sources: Record<string, string> = {
  'Order 492': '中华人民共和国政府信息公开条例（2007年国务院令第492号）',
  'Order 711': '中华人民共和国政府信息公开条例（2019年国务院令第711号）',
  PIPL: '中华人民共和国个人信息保护法',
  'State Secrets Law': '中华人民共和国保守国家秘密法',
  行政复议法: '中华人民共和国行政复议法',
  行政诉讼法: '中华人民共和国行政诉讼法',
  'GB/T 22239-2019': '信息安全技术 网络安全等级保护基本要求',
}
/** Documents of the State Council and its office carry their own number: 国办发〔2016〕80号. */
const documentNumber = /^[\p{Script=Han}]{2,6}〔\d{4}〕\d+号/u

export type LawReference = { source: string; articles: string[]; notes: string[] }
export type LawTag = { file: string; line: number; place: string; references: LawReference[] }
export type LawFault = { file: string; line: number; text: string; problem: string }

/**
 * One grammar, in words:
 *   tag       = "Law: " reference { "; " reference } ( "." | end of the comment )
 *   reference = source [ " (" year ")" ] [ " " place { ( ", " | " and " ) place } ] [ " (" note ")" ]
 *   place     = ( "art. " | "part " | "" ) list [ " (" note ")" ]; without a word it is a clause such as 8.1.4.1
 *   list      = number { ( ", " | " and " | " to " | "-" ) number }, number = 33 [ " ¶2" ] [ " (4)" ]
 * Applied migrations never change, so their comments are not read.
 * Throws: Error that says where the text leaves the grammar.
 */
export function parseLaw(text: string): LawReference[] {
  const references: LawReference[] = []
  let rest = text
  for (;;) {
    const [reference, after] = takeReference(rest)
    references.push(reference)
    if (!after.startsWith('; ')) {
      if (!/^(?:\.(?:\s|$)|\s*\*\/|\s*$)/.test(after))
        throw new Error(`does not parse from “${after.slice(0, 40)}”`)
      return references
    }
    rest = after.slice(2)
  }
}

function takeReference(text: string): [LawReference, string] {
  const named = Object.keys(sources).find((name) => text.startsWith(name)) ?? documentNumber.exec(text)?.[0]
  if (!named) throw new Error(`names no known source at “${text.slice(0, 40)}”`)
  let rest = text.slice(named.length)
  const [year] = /^ \((?:19|20)\d\d\)/.exec(rest) ?? ['']
  rest = rest.slice(year.length)
  const articles: string[] = []
  const notes: string[] = []
  for (let first = true; ; first = false) {
    const [whole, kind, list] = (first ? firstPlace : nextPlace).exec(rest) ?? []
    if (whole === undefined || list === undefined) break
    articles.push(...expand(kind, list))
    rest = rest.slice(whole.length)
    const [bracketed = '', note] = bracket.exec(rest) ?? []
    if (note) notes.push(note)
    rest = rest.slice(bracketed.length)
  }
  const [bracketed = '', note] = articles.length ? [] : (bracket.exec(rest) ?? [])
  if (note) notes.push(note)
  return [{ source: named + year, articles, notes }, rest.slice(bracketed.length)]
}

const bracket = /^ \(([^()]*(?:\([^()]*\)[^()]*)*)\)/
const number = String.raw`\d+(?:\.\d+)*(?: ¶\d+)?(?: \(\d+\))?`
const list = `${number}(?:(?:, | and | to |-)(?:${number}|¶\\d+))*`
const firstPlace = new RegExp(`^ (arts?|parts?)?\\.? ?(${list})`)
const nextPlace = new RegExp(`^(?:, | and )(arts?|parts?)\\.? (${list})`)

/** "30, 32 to 34 and 36 ¶2" as 30, 32, 33, 34, 36 ¶2. */
function expand(kind: string | undefined, list: string): string[] {
  const word = kind?.startsWith('part') ? 'part ' : kind ? 'art. ' : ''
  let article = ''
  return list.split(/, | and /).flatMap((piece) => {
    const [from = '', to] = piece.split(/ to |-/)
    if (from.startsWith('¶')) return [`${word}${article} ${from}`]
    article = from.split(' ')[0] ?? ''
    if (to === undefined) return [word + from]
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => word + String(Number(from) + n))
  })
}

/** Every tag of the program, with what it stands before; and every one that does not parse. */
export function readLawTags(): { tags: LawTag[]; faults: LawFault[] } {
  const tags: LawTag[] = []
  const faults: LawFault[] = []
  for (const file of globSync('src/**/*.{ts,tsx}').sort()) {
    if (/\.test\.tsx?$/.test(file)) continue
    const lines = readFileSync(file, 'utf8').split('\n')
    for (const [at, text] of lines.entries()) {
      const [, tag] = /(?:^|[\s*/-])Law: (.*)$/.exec(text) ?? []
      if (tag === undefined) continue
      try {
        const references = parseLaw(tag)
        tags.push({ file, line: at + 1, place: placeAfter(lines, at), references })
      } catch (error) {
        faults.push({ file, line: at + 1, text: text.trim(), problem: (error as Error).message })
      }
    }
  }
  return { tags, faults }
}

/** The name that the tag's comment stands before. */
function placeAfter(lines: readonly string[], at: number): string {
  for (const line of lines.slice(at, at + 12)) {
    const [, name] =
      /^\s*(?:export )?(?:default )?(?:async )?(?:const|function\*?|type|class) (\w+)/.exec(line) ??
      (/^\s*(?:\*|\/)/.test(line) ? undefined : /^\s*(\w+)\??:/.exec(line)) ??
      []
    if (name) return name
  }
  return ''
}
