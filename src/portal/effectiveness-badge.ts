import { type Html, html } from '#platform/html'
import { effectivenessLabels } from '#publishing'

/** 效力状态 in words; the colour only repeats them. */
export function effectivenessBadge(effectiveness: string | null | undefined): Html | '' {
  const label = (effectivenessLabels as Record<string, string>)[effectiveness ?? '']
  return label ? html` <span class="badge ${effectiveness}">${label}</span>` : ''
}
