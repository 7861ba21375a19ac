import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { remediesGuide, remediesText } from './remedies-text.ts'

// Law: 行政复议法 (2023) art. 23, in force from 2024-01-01.
it.each([
  ['refused_internal', '2023-12-31', false],
  ['refused_internal', '2024-01-01', true],
  ['partly_granted', '2024-01-01', true],
  ['granted', '2024-01-01', false],
] as const)('%s on %s: review first %s', (outcome, on, first) => {
  const text = remediesText(outcome, day(on))
  expect(text.includes('应当先申请行政复议')).toBe(first)
  expect(text.includes('六个月')).toBe(!first)
})

it.each([
  ['2023-12-31', 1, false],
  ['2024-01-01', 2, true],
] as const)('the guide on %s tells %s ways, review first %s', (on, ways, first) => {
  const text = remediesGuide(day(on))
  expect(text).toHaveLength(ways)
  expect(text[0]?.includes('应当先申请行政复议')).toBe(first)
  expect(text.every((way) => way.includes('六十日') && way.includes('十五日'))).toBe(true)
  expect(text.at(-1)).toContain('六个月')
})

it('answers and guide give the same limits', () => {
  const limits = (text: string) => text.match(/(?:六十|十五)日|六个月/g)
  expect(limits(remediesGuide(day('2024-01-01'))[0] ?? '')).toEqual(
    limits(remediesText('refused_internal', day('2024-01-01'))),
  )
})
