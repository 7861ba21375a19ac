import { type Day, dayInWords } from '#platform/clock'
import type { CaseDue } from '../events.ts'

const waits = {
  correction: '自收到补正的申请之日起重新计算答复期限，并在期限内答复',
  payment: '自缴费之日起重新计算答复期限，并在期限内答复',
  consultation: '在期限内答复，征求意见的时间不计算在期限内',
} as const

/** Until when the answer comes, as a letter says it. A date that rests on a holiday notice still to come says so. */
export function answerBy(due: CaseDue | null, answeredOn: Day | null): string {
  if (answeredOn) return `已于${dayInWords(answeredOn)}答复`
  if (due?.waitsFor) return waits[due.waitsFor]
  if (!due?.dueOn) return '在法定期限内答复'
  const provisional = due.provisional ? '（暂定：期限内有一年的放假安排尚未公布，公布后重新计算）' : ''
  return `最迟于${dayInWords(due.dueOn)}答复${provisional}`
}
