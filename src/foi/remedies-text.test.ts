import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { remediesText } from './remedies-text.ts'

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
