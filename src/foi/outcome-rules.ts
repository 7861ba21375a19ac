import type { AnswerInput, Outcome, OutcomeDetail } from './contract.ts'
import { detailOr } from './outcome-details.ts'

type Basis = { '711': string; '492': string }

/** Legal basis of each row of table three. Source: rules.md 1.4 (Order 711) and 1.1 (Order 492). */
const bases: Record<Outcome, Basis> = {
  granted: { '711': '第三十六条第（二）项', '492': '第二十一条第（一）项' },
  partly_granted: { '711': '第三十七条', '492': '第二十二条' },
  refused_state_secret: { '711': '第十四条', '492': '第十四条' },
  refused_forbidden_by_law: { '711': '第十四条', '492': '第二十一条第（二）项' },
  refused_security: { '711': '第十四条', '492': '第八条' },
  refused_third_party: { '711': '第十五条、第三十二条', '492': '第二十三条' },
  refused_internal: { '711': '第十六条第一款', '492': '第二条' },
  refused_process: { '711': '第十六条第二款', '492': '第二条' },
  refused_enforcement_file: { '711': '第十六条第二款', '492': '第二条' },
  refused_administrative_query: { '711': '第三十六条第（七）项', '492': '第二条' },
  unavailable_not_held: { '711': '第三十六条第（四）项', '492': '第二十一条第（三）项' },
  unavailable_must_create: { '711': '第三十八条', '492': '第二条' },
  unavailable_still_unclear: { '711': '第三十条', '492': '第二十一条第（四）项' },
  unprocessed_petition: { '711': '第三十九条第一款', '492': '第二条' },
  unprocessed_duplicate: { '711': '第三十六条第（六）项', '492': '第二十一条' },
  unprocessed_publication: { '711': '第三十九条第二款', '492': '第二十一条第（一）项' },
  unprocessed_excessive: { '711': '第三十五条', '492': '第十三条' },
  unprocessed_confirm_again: { '711': '第二条、第三十六条第（六）项', '492': '第二条' },
  other_no_correction: { '711': '第三十条', '492': '第二十一条第（四）项' },
  other_fee_unpaid: { '711': '第四十二条', '492': '第二十七条' },
  other: { '711': '第四十五条', '492': '第二十一条' },
}

/** Where the detail stands on an item of its own. Order 492 has both in one item. Law: Order 711 art. 36 (1) and 36 (5). */
const basesOfDetail: Partial<Record<OutcomeDetail, Basis>> = {
  already_public: { '711': '第三十六条第（一）项', '492': '第二十一条第（一）项' },
  other_agency: { '711': '第三十六条第（五）项', '492': '第二十一条第（三）项' },
}

type Decided = { outcome: Outcome; outcomeDetail?: OutcomeDetail | null | undefined }

function articleOf({ outcome, outcomeDetail }: Decided, rules: '492' | '711'): string {
  const detail = detailOr(outcome, outcomeDetail)
  return ((detail && basesOfDetail[detail]) || bases[outcome])[rules]
}

const regulation = '《中华人民共和国政府信息公开条例》'
/** The measure that says what follows from not paying. Source: rules.md 1.5. */
const feeMeasure = '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）'

/** The basis of one outcome, for a whole request or one part of it. Law: Order 711 art. 36, art. 37. */
export const legalBasis = (decided: Decided, rules: '492' | '711'): string =>
  `${regulation}${articleOf(decided, rules)}${decided.outcome === 'other_fee_unpaid' && rules === '711' ? `、${feeMeasure}` : ''}`

/** The basis of an answer: a partial one stands on art. 37 and on the article of each part that it withholds. Law: Order 711 art. 37. */
export function answerBasis(answer: Decided & Pick<AnswerInput, 'parts'>, rules: '492' | '711'): string {
  if (answer.outcome !== 'partly_granted') return legalBasis(answer, rules)
  const withheld = answer.parts
    .filter((part) => part.outcome !== 'granted')
    .map((part) => articleOf(part, rules))
  return `${regulation}${[...new Set([bases.partly_granted[rules], ...withheld])].join('、')}`
}

/** Everything but giving the whole information, or ending without a decision, must be reasoned. Law: Order 711 art. 36 (3), art. 37. */
export const needsReasons = (outcome: Outcome): boolean =>
  outcome !== 'granted' && !outcome.startsWith('other')

/** What counts as 不予公开 for the rule of review first. Law: 行政复议法 (2023) art. 23. */
export const isRefusal = (outcome: Outcome): boolean =>
  outcome.startsWith('refused_') || outcome === 'partly_granted'
