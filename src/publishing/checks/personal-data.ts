import { findPersonalData, mask, type PersonalDataKind } from '#privacy'
import type { Finding, FindingLevel } from '../contract.ts'
import type { RevisionContent } from '../revision.ts'
import { type PlacedText, textsOf } from './texts.ts'

const width = 15
/** An office publishes telephone numbers and addresses every day: a person decides. Numbers of persons never go out. */
const levels: Record<PersonalDataKind, { level: FindingLevel; name: string }> = {
  identity_number: { level: 'error', name: '居民身份证号码' },
  bank_card: { level: 'error', name: '银行卡号' },
  mobile_phone: { level: 'warning', name: '手机号码' },
  email: { level: 'warning', name: '电子邮箱' },
  number_plate: { level: 'warning', name: '车牌号' },
  home_address: { level: 'warning', name: '住址' },
}

export const checkPersonalData = (content: RevisionContent) => findPersonalNumbers(textsOf(content))

/** Law: Order 711 art. 15 (personal privacy). The finding shows the place, never the number. */
export function findPersonalNumbers(texts: readonly PlacedText[]): Finding[] {
  return texts.flatMap(({ place, text }) =>
    findPersonalData(text).map(({ kind, start, end }) => {
      const { level, name } = levels[kind]
      const quoted = `${text.slice(Math.max(0, start - width), start)}［${name}］${text.slice(end, end + width)}`
      return {
        code: kind,
        level,
        text: `${place}中有${name}，请删除或遮盖。`,
        place: mask(quoted).replaceAll('\n', ' '),
      }
    }),
  )
}
