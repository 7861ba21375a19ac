import { lastYearOfLetters, latestReleased } from '#letters'
import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { figureOf, getIndicator, yearPeriod } from '#statistics'
import { titled } from './titled.ts'

const shown = [
  'letters.received',
  'letters.reply_rate_percent',
  'letters.mean_handling_working_days',
] as const
const names: Record<(typeof shown)[number], readonly [name: string, unit: string]> = {
  'letters.received': ['收到来信', '件'],
  'letters.reply_rate_percent': ['答复率', '%'],
  'letters.mean_handling_working_days': ['平均办理', '个工作日'],
}
const lettersListed = 5

/** Letters and their answers, with the figures of the last year that had any; nothing before the first letter. */
export async function lettersInNumbers({ db }: Platform): Promise<Html> {
  const year = await lastYearOfLetters(db)
  if (year === undefined) return html``
  const [figures, letters] = await Promise.all([
    Promise.all(shown.map((key) => figureOf(db, getIndicator(key), yearPeriod(year)))),
    latestReleased(db, lettersListed),
  ])
  const numbers = shown.map(
    (key, index) =>
      html`<div><dt>${year}年${names[key][0]}</dt><dd>${figures[index] ?? '—'}<small>${names[key][1]}</small></dd></div>`,
  )
  const lines = letters.map(
    (letter) =>
      html`<li><a href="/letters/${letter.id}">${letter.subjectPublic}</a> <time datetime="${letter.repliedOn ?? ''}">${letter.repliedOn ?? ''}答复</time></li>`,
  )
  return html`<section class="card">${titled('来信和答复', { href: '/letters' })}<dl class="numbers">${join(numbers)}</dl><ul class="items dated">${join(lines)}</ul></section>`
}
