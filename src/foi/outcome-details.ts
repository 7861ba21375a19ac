import type { AnswerInput, Outcome, OutcomeDetail } from './contract.ts'

/**
 * Where one row of table three is two things before the law or on the form of 2014: which, and what one without it stands for.
 * `required`: the handler says which; the assumed one is only for what was taken over, or printed, without it.
 */
type Details = { of: readonly OutcomeDetail[]; assumed: OutcomeDetail; required: boolean }

/** Law: Order 711 art. 15, 36 (1), 36 (2), 36 (4) and 36 (5). Source: rules.md 1.4 and 2.6. Every other outcome has no detail. */
const details: Partial<Record<Outcome, Details>> = {
  granted: { of: ['provided', 'already_public'], assumed: 'provided', required: false },
  refused_third_party: { of: ['trade_secret', 'privacy'], assumed: 'privacy', required: true },
  unavailable_not_held: { of: ['does_not_exist', 'other_agency'], assumed: 'does_not_exist', required: true },
}

export const detailsOf = (outcome: Outcome): readonly OutcomeDetail[] => details[outcome]?.of ?? []

/** Whether a detail, or none, may stand beside an outcome that was taken over from elsewhere. */
export const goesWith = (outcome: Outcome, detail: OutcomeDetail | null | undefined): boolean =>
  !detail || detailsOf(outcome).includes(detail)

export const mustSayWhich = (outcome: Outcome): boolean => details[outcome]?.required === true

/** The detail that goes with the outcome; where it is not on record, the assumed one. */
export const detailOr = (outcome: Outcome, detail: OutcomeDetail | null | undefined): OutcomeDetail | null =>
  detail && goesWith(outcome, detail) ? detail : (details[outcome]?.assumed ?? null)

type Said = { outcome: Outcome; outcomeDetail?: OutcomeDetail | null | undefined }

/** What is wrong with the details of an answer; empty: nothing. */
export function detailFault({ outcome, outcomeDetail, parts }: AnswerInput): string {
  const faulty = ({ outcome, outcomeDetail }: Said) =>
    outcomeDetail ? !goesWith(outcome, outcomeDetail) : mustSayWhich(outcome)
  if (faulty({ outcome, outcomeDetail })) return '请选择与处理结果相符的具体情形。'
  const part = outcome === 'partly_granted' ? parts.findIndex(faulty) : -1
  return part < 0 ? '' : `请为第${part + 1}部分选择与处理方式相符的具体情形。`
}

/** The answer as it is kept: what need not be said is written down all the same. */
export const withDetails = <Kept extends AnswerInput>(answer: Kept): Kept => ({
  ...answer,
  outcomeDetail: detailOr(answer.outcome, answer.outcomeDetail),
  parts: answer.parts.map((part) => ({ ...part, outcomeDetail: detailOr(part.outcome, part.outcomeDetail) })),
})
