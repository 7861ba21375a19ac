import type { Finding } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'
import { around } from './place.ts'
import { type PlacedText, textsOf } from './texts.ts'

// Form of the mark: level, star, term (机密★10年), or the level alone at the head of a line.
// Law: State Secrets Law art. 18 (marking); Order 711 art. 14 (state secrets are not disclosed).
const marks = [
  /(?:绝密|机密|秘密)\s*★[^\n]{0,12}/,
  /(?:^|\n)\s*(?:绝密|机密|秘密)\s*(?:\n|$)/,
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
