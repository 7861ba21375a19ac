import { yearEarlier } from './figures.ts'
import type { CountIndicator, Indicator, Period } from './indicator.ts'

/** The counts that a growth or a share is computed from, each with rows of its own. Any other figure has none. */
export function madeOf(
  indicator: Indicator,
  period: Period,
): { indicator: CountIndicator; period: Period }[] {
  if (indicator.kind === 'growth')
    return [
      { indicator: indicator.of, period },
      { indicator: indicator.of, period: yearEarlier(period) },
    ]
  if (indicator.kind === 'ratio')
    return [
      { indicator: indicator.of, period },
      { indicator: indicator.over, period },
    ]
  return []
}
