import { CalendarGap, type WorkingCalendar, workingDaysBetween } from '#calendar'
import type { Day } from '#platform/clock'
import type { LetterStatus } from './contract.ts'
import { isOpen } from './letter.ts'

type Clocks = {
  status: LetterStatus
  repliedOn: Day | null
  acceptedOn: Day | null
  acceptDueOn: Day | null
  dueOn: Day | null
  followUpDueOn: Day | null
}
/** Which clock runs, and until when. */
export type Running = { clock: 'acceptance' | 'answer' | 'follow_up'; dueOn: Day }
export type Urgency = 'overdue' | 'today' | 'soon' | 'later'

/** The clock that counts now; undefined when none runs or its day is not known. */
export function runningClock(letter: Clocks): Running | undefined {
  if (letter.followUpDueOn) return { clock: 'follow_up', dueOn: letter.followUpDueOn }
  if (!isOpen(letter.status) || letter.repliedOn) return undefined
  const { acceptDueOn, dueOn } = letter
  if (letter.status === 'received' && acceptDueOn && !letter.acceptedOn && (!dueOn || acceptDueOn < dueOn))
    return { clock: 'acceptance', dueOn: acceptDueOn }
  return dueOn ? { clock: 'answer', dueOn } : undefined
}

/** Unit of `warnBefore` and `left`: working days; `left` is negative when the day is past. */
export function urgencyOf(
  calendar: WorkingCalendar,
  dueOn: Day,
  today: Day,
  warnBefore: number,
): { urgency: Urgency; left: number | null } {
  const left = leftBetween(calendar, today, dueOn)
  if (dueOn < today) return { urgency: 'overdue', left }
  if (dueOn === today) return { urgency: 'today', left }
  return { urgency: left !== null && left <= warnBefore ? 'soon' : 'later', left }
}

function leftBetween(calendar: WorkingCalendar, today: Day, dueOn: Day): number | null {
  try {
    return dueOn >= today
      ? workingDaysBetween(calendar, today, dueOn)
      : -workingDaysBetween(calendar, dueOn, today)
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
