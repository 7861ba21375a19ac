import { day, instantOf, isDay } from './day.ts'

const written = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/

/** A moment as files write it; without an offset it is Asia/Shanghai. Undefined when it is none. */
export function parseInstant(text: string): Date | undefined {
  const [, date = '', hours, minutes, seconds = '00', offset] = written.exec(text.trim()) ?? []
  if (!isDay(date)) return undefined
  if (hours === undefined) return instantOf(day(date))
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const at = new Date(`${date}T${hours}:${minutes}:${seconds}${offset ?? '+08:00'}`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
