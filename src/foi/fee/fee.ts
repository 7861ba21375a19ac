import type { Day } from '#platform/clock'

/** The two standards; a request is charged by one of them, never both. Source: 国办函〔2020〕109号; rules.md 1.5. */
export const feeMethods = ['per_request', 'per_page'] as const
export type FeeMethod = (typeof feeMethods)[number]

/** One step of the tier: how many at which rate. Unit: yuan. */
export type FeeLine = { from: number; to: number; count: number; rate: number; amount: number }
export type Fee = { method: FeeMethod; quantity: number; before: number; amount: number; lines: FeeLine[] }

/** Each page beyond `after` costs `rate` until the next tier. Unit: yuan a page. */
const pageTiers = [
  { after: 0, rate: 0 },
  { after: 30, rate: 10 },
  { after: 100, rate: 20 },
  { after: 200, rate: 40 },
] as const
const freeRequests = 10
const firstTierUntil = 30
const blockOfRequests = 10
const stepPerBlock = 100

/** The n-th request of one applicant in one calendar month. Unit: yuan. */
export function requestRate(nth: number): number {
  if (nth <= freeRequests) return 0
  if (nth <= firstTierUntil) return stepPerBlock
  return stepPerBlock * (1 + Math.ceil((nth - firstTierUntil) / blockOfRequests))
}

/** The standard as the notice states it. Source: 国办函〔2020〕109号; rules.md 1.5. Unit: yuan. */
export const feeStandards = {
  per_request:
    '按件计收，同一申请人一个自然月内累计10件以下（含10件）不收费；11至30件（含30件）每件100元；31件以上，每增加10件，每件加收100元。',
  per_page:
    '按量计收，30页以下（含30页）不收费；31至100页（含100页）每页10元；101至200页（含200页）每页20元；201页以上每页40元。',
} satisfies Record<FeeMethod, string>

export const pageRate = (nth: number): number => pageTiers.findLast(({ after }) => nth > after)?.rate ?? 0

/**
 * What is charged, step by step. `before`: requests of this applicant earlier in the month (only for per_request).
 * Throws: RangeError for a quantity that is no count.
 */
export function feeFor(method: FeeMethod, quantity: number, before = 0): Fee {
  if (!Number.isInteger(quantity) || quantity < 1 || !Number.isInteger(before) || before < 0)
    throw new RangeError('a fee is counted in whole requests or pages')
  const start = method === 'per_request' ? before : 0
  const rateOf = method === 'per_request' ? requestRate : pageRate
  const lines: FeeLine[] = []
  for (let nth = start + 1; nth <= start + quantity; nth += 1) {
    const rate = rateOf(nth)
    const last = lines.at(-1)
    if (last && last.rate === rate)
      lines.splice(-1, 1, { ...last, to: nth, count: last.count + 1, amount: last.amount + rate })
    else lines.push({ from: nth, to: nth, count: 1, rate, amount: rate })
  }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  return { method, quantity, before: start, amount, lines }
}

/** How the amount came about, in words for the notice. */
export function feeInWords({ method, lines, amount }: Fee): string {
  const unit = method === 'per_request' ? '件' : '页'
  const steps = lines.map(({ from, to, count, rate, amount: sum }) =>
    rate === 0
      ? `第${from}至${to}${unit}不收费`
      : `第${from}至${to}${unit}，${count}${unit}×${rate}元＝${sum}元`,
  )
  const name = method === 'per_request' ? '按件计收' : '按量计收'
  return `${name}：${steps.join('；')}；合计${amount}元。`
}

/** The calendar month of a day, first day and first day of the next. */
export function monthOf(onDay: Day): { from: Day; before: Day } {
  const [year = 0, month = 0] = onDay.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from: `${onDay.slice(0, 7)}-01` as Day, before: next as Day }
}
