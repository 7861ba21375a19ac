import { namePatterns } from './name-patterns.ts'
import { namesByContext } from './names-by-context.ts'
import { noNames } from './no-names.ts'
import { type Place, withoutOverlap } from './place.ts'
import { isCompoundSurname, surname } from './surnames.ts'

/** Given names do not end so: the pattern ran into the next word. */
const tails =
  /[的了是在我你您他她它们这那就也都不没和与及或把被从对给到会能可要将请吗呢吧啊该等某户处科所局]$/
/** Not a name, or one that is masked already; an official with the title is no private person. */
const foreign =
  /某|爷|奶|主任|书记|局长|同学|老师|先生|女士|经理|部门|领导|政府|单位|有限|[乡镇街市县区]$|[科处院所站部镇乡县市区校队店会组社村厅司股董]长$|法官|警官|律师|医生|师傅|委员|专员|老板|[*＊]/
/** Whose words they are; or the name of a file. */
export type Where = 'citizen' | 'office' | 'file'
const beside = `${surname}[一-鿿]{1,2}`

/** Names of people in a plain text, wherever they stand once they were found. */
export const findNames = (text: string, where: Where = 'citizen'): Place[] =>
  [...namesIn(text, where).found].flatMap((one) => placesOf(text, one))

/**
 * For somebody to look at: what looks like a name to the dictionary and nothing tells whether it is one; and names that stand unmasked
 * although the rules find them, because somebody meant it or the text was masked by older rules.
 */
export function findDoubtfulNames(text: string, where: Where = 'citizen'): Place[] {
  const { found, doubtful } = namesIn(text, where)
  return withoutOverlap([...[...found].flatMap((one) => placesOf(text, one)), ...doubtful])
}

function namesIn(text: string, where: Where): { found: ReadonlySet<string>; doubtful: Place[] } {
  const found = new Set<string>()
  const add = (candidate: string | undefined) => {
    const name = trimmed((candidate ?? '').replace(/\s/g, ''))
    if (name) found.add(name)
  }
  for (const pattern of namePatterns(where)) for (const match of text.matchAll(pattern)) add(match[1])
  // 王小明、李红和张三: who stands beside a name is one, too.
  for (const one of found) {
    const next = new RegExp(`${one}[、和](${beside})(?=[、,。;(等和]|两人|二人)`, 'g')
    for (const match of text.matchAll(next)) add(match[1])
  }
  if (where === 'file') return { found, doubtful: [] }
  const { sure, doubtful } = namesByContext(text, found)
  return { found: new Set([...found, ...sure]), doubtful }
}

/** Undefined: no name. A tail that belongs to the next word is cut off. */
function trimmed(candidate: string): string | undefined {
  if (candidate.includes('·')) return candidate
  const plain = tails.test(candidate) && [...candidate].length > 2 ? candidate.slice(0, -1) : candidate
  if ([...plain].length < 2 || tails.test(plain)) return undefined
  if (foreign.test(plain) || isCompoundSurname(plain)) return undefined
  return noNames.has(plain) || noNames.has(plain.slice(0, 2)) ? undefined : plain
}

/** With blanks or without: 王 小 明. */
function placesOf(text: string, name: string): Place[] {
  return [...text.matchAll(new RegExp([...name].join(' ?'), 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
