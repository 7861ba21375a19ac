import type { CallInput } from './contract.ts'
import { refuse } from './refusals.ts'

type Checked = Pick<
  CallInput,
  'outcome' | 'answer' | 'unitId' | 'forwardedTo' | 'letter' | 'callerName' | 'callerTelephone'
>

/** Words without a number in a call that turns into a request: the office for disclosure still has to write it down. */
export const awaitsRegistration = ({ outcome, forwardedTo }: Pick<CallInput, 'outcome' | 'forwardedTo'>) =>
  outcome === 'turned_into_request' && !forwardedTo

/**
 * A call ends with words or with a destination; a request needs somebody to ask back.
 * Law: Order 711 art. 29 ¶2 (1). Throws: Refusal answer_missing, destination_missing, caller_missing.
 */
export function checkCall(call: Checked) {
  const { outcome, answer, unitId, forwardedTo, letter } = call
  if (outcome === 'answered' && !answer) throw refuse('answer_missing', { answer: '请填写' })
  if (outcome === 'transferred' && !unitId && !forwardedTo)
    throw refuse('destination_missing', { unitId: '请选择处室，或者填写外单位' })
  if (outcome === 'turned_into_letter' && !letter && !forwardedTo)
    throw refuse('destination_missing', { mailbox: '请选择信箱' })
  if (awaitsRegistration(call) && !(call.callerName && call.callerTelephone))
    throw refuse('caller_missing', { callerName: '请填写', callerTelephone: '请填写' })
}
