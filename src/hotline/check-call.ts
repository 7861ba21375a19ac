import type { CallInput } from './contract.ts'
import { refuse } from './refusals.ts'

/** A call ends with words or with a destination. Throws: Refusal answer_missing, destination_missing. */
export function checkCall({
  outcome,
  answer,
  forwardedTo,
}: Pick<CallInput, 'outcome' | 'answer' | 'forwardedTo'>) {
  if (outcome === 'answered' && !answer) throw refuse('answer_missing', { answer: '请填写' })
  if (outcome !== 'answered' && !forwardedTo) throw refuse('destination_missing', { forwardedTo: '请填写' })
}
