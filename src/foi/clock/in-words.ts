import type { Day } from '#platform/clock'
import type { CountedDay, DueDate } from './explain.ts'
import type { ExclusionStep, Step } from './steps.ts'

export const consultedWords = { third_party: '第三方', other_agency: '其他机关' } as const
export const reopeningWords = {
  reconsideration: '行政复议决定',
  lawsuit: '法院裁判',
  superior: '上级机关决定',
  own_insight: '本机关自行纠正',
} as const
/** What the clock waits for. */
export const waitingWords = {
  correction: '等待申请人补正',
  payment: '等待申请人缴费',
  consultation: '等待征求意见的结果',
} as const
const restartedWords = { correction: '收到补正', payment: '完成缴费' } as const
const dayWords: Record<CountedDay['reason'], string> = {
  weekday: '工作日',
  make_up: '调休上班',
  weekend: '周末',
  holiday: '放假',
  third_party: '征求第三方意见，不计入期限',
  other_agency: '征求其他机关意见，不计入期限',
}

/** Why a day counts or not; a holiday with the notice that names it. */
export function dayInWords({ reason, name, notice }: CountedDay): string {
  const holiday = name && (reason === 'make_up' ? `调休上班（${name}）` : `${name}放假`)
  if (!holiday || !notice) return holiday || dayWords[reason]
  const { source, documentNumber, version } = notice
  const which = [documentNumber, version > 1 ? `第${version}版` : ''].filter(Boolean).join('，')
  return `${holiday}，依据《${source}》${which && `（${which}）`}`
}

/** Days in a row that count, or do not, for one reason. */
export type DaySpan = { from: Day; to: Day; numbers: readonly [number, number] | null; words: string }

export function daySpans(days: readonly CountedDay[]): DaySpan[] {
  const spans: DaySpan[] = []
  for (const counted of days) {
    const { day, number } = counted
    const words = dayInWords(counted)
    const last = spans.at(-1)
    if (last && last.words === words)
      spans[spans.length - 1] = {
        ...last,
        to: day,
        numbers: last.numbers && number !== null ? [last.numbers[0], number] : null,
      }
    else spans.push({ from: day, to: day, numbers: number === null ? null : [number, number], words })
  }
  return spans
}

/** One step of the way to the date. `names`: the third party and who approved, for staff only, never for the applicant. */
export function stepInWords(step: Step, { names }: { names: boolean }): string {
  const { on } = step
  switch (step.kind) {
    case 'received':
      return `${on} 收到申请，自次日起 ${step.workingDays} 个工作日`
    case 'waiting':
      return `${on} ${step.waitsFor === 'correction' ? '告知补正' : '发出收费通知'}，${waitingWords[step.waitsFor]}`
    case 'restarted':
      return `${on} ${restartedWords[step.by]}，自次日起重新计算`
    case 'excluded':
      return excluded(step, names)
    case 'extended': {
      const who = names && step.approvedBy ? `${step.approvedBy}批准` : '经批准'
      const told = step.toldOn ? `，${step.toldOn} 告知申请人` : ''
      return `${on} ${who}延长 ${step.workingDays} 个工作日${told}`
    }
    case 'set_for_later': {
      const who = names && step.approvedBy ? `${step.approvedBy}批准` : ''
      const reason = step.reason ? `，理由：${step.reason}` : ''
      return `${on} ${who}确定延迟至 ${step.until} 答复${reason}`
    }
    case 'reopened': {
      const basis = `${reopeningWords[step.basis]}${step.documentNumber ? `（${step.documentNumber}）` : ''}`
      return step.answerBy
        ? `${on} 重新办理，依据：${basis}，须于 ${step.answerBy} 前答复`
        : `${on} 重新办理，依据：${basis}，自次日起重新计算`
    }
    default:
      throw step satisfies never
  }
}

function excluded(step: ExclusionStep, names: boolean): string {
  const who = `${consultedWords[step.with]}${names && step.name ? `（${step.name}）` : ''}`
  const asked = `${step.on} 征求${who}意见`
  if (step.counts) return `${asked}，按受理时的条例这段时间计入期限`
  if (step.tooLate) return `${asked}，当时答复期限已经届满，不再顺延`
  if (step.until === null)
    return `${asked}，尚无结果，暂按最后一日 ${step.lapsesOn} 计，自次日起至这一日的工作日不计入期限`
  return `${asked}，自次日起至 ${step.until} 的工作日不计入期限`
}

/** Why the date may still move; empty when it will not. */
export function provisionalWords({
  waitsFor,
  waitsUntil,
  provisional,
}: Pick<DueDate, 'waitsFor' | 'waitsUntil'> & { provisional: boolean }): string {
  const reasons = [
    waitsFor === 'consultation' && waitsUntil
      ? `征求意见尚无结果，按意见的最后一日 ${waitsUntil} 计算，提前收到意见的期限相应提前`
      : '',
    provisional ? '期限内有放假安排尚未公布，公布后重新计算' : '',
  ].filter(Boolean)
  return reasons.length ? `暂定：${reasons.join('；')}` : ''
}
