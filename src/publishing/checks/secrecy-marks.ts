import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'
import { around } from './place.ts'
import { type PlacedText, textsOf } from './texts.ts'

/** The two signs are often set apart: 机　密. */
const level = '(?:[绝絕机機秘][ \\t　]*密)'
const urgency = '(?:特急|特提|加急|急件|平急)'
// Form of the mark: level, star, term (机密★10年); the level alone in a line or cell, in brackets or beside an urgency; 密级：机密.
// Law: State Secrets Law art. 18 (marking); Order 711 art. 14 (state secrets are not disclosed).
const marks = [
  new RegExp(`${level}\\s*[★☆][^\\n]{0,12}`),
  new RegExp(
    `(?:^|[\\n\\t])\\s*(?:${urgency}\\s*)?[【(（\\[〔]?${level}[】)）\\]〕]?(?:\\s*${urgency})?[ 　]*(?:[\\n\\t]|$)`,
  ),
  new RegExp(`密\\s*[级級][\\s:：]*${level}(?!\\s*[、,，和或及/])`),
  /内部(?:资料|文件)[，,、\s]*(?:注意保密|不得外传|严禁外传)/,
]

export const checkSecrecyMarks = (content: RevisionContent) => findSecrecyMarks(textsOf(content))

export function findSecrecyMarks(texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ place, text }) => {
    const found = marks.map((mark) => mark.exec(text)).find((match) => match !== null)
    if (!found) return []
    const quoted = around(text, found.index, found[0].length)
    return [
      {
        code: 'secrecy_mark',
        level: 'error',
        text: `${place}中有密级或内部标志，不得公开。`,
        place: quoted,
      } as const,
    ]
  })
}
