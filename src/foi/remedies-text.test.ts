import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { remediesGuide, remediesText, thirdPartyRemedies } from './remedies-text.ts'

const unset = { reviewAuthority: '', reviewOnline: '', court: '' }

// Law: 行政复议法 (2023) art. 23, in force from 2024-01-01.
it.each([
  ['refused_internal', '2023-12-31', false],
  ['refused_internal', '2024-01-01', true],
  ['partly_granted', '2024-01-01', true],
  ['granted', '2024-01-01', false],
] as const)('%s on %s: review first %s', (outcome, on, first) => {
  const text = remediesText(outcome, day(on), unset)
  expect(text.includes('应当先申请行政复议')).toBe(first)
  expect(text.includes('六个月')).toBe(!first)
})

it.each([
  ['2023-12-31', 1, false],
  ['2024-01-01', 2, true],
] as const)('the guide on %s tells %s ways, review first %s', (on, ways, first) => {
  const text = remediesGuide(day(on), unset)
  expect(text).toHaveLength(ways)
  expect(text[0]?.includes('应当先申请行政复议')).toBe(first)
  expect(text.every((way) => way.includes('六十日') && way.includes('十五日'))).toBe(true)
  expect(text.at(-1)).toContain('六个月')
})

it('answers and guide give the same limits', () => {
  const limits = (text: string) => text.match(/(?:六十|十五)日|六个月/g)
  expect(limits(remediesGuide(day('2024-01-01'), unset)[0] ?? '')).toEqual(
    limits(remediesText('refused_internal', day('2024-01-01'), unset)),
  )
})

it('names the authority, the court and the way to file online that the agency set (行政复议法 art. 22)', () => {
  const places = {
    reviewAuthority: '示例市人民政府',
    reviewOnline: 'https://fuyi.example.cn',
    court: '示例区人民法院',
  }
  const text = remediesText('granted', day('2024-01-01'), places)
  expect(text).toContain('六十日内向示例市人民政府申请行政复议')
  expect(text).toContain('六个月内向示例区人民法院提起行政诉讼')
  expect(text).toContain('网上申请行政复议：https://fuyi.example.cn。')
  expect(remediesText('granted', day('2023-12-31'), places)).not.toContain('网上')
  expect(remediesGuide(day('2024-01-01'), places).join()).toContain('https://fuyi.example.cn')
  expect(thirdPartyRemedies(day('2024-01-01'), places)).toContain('向示例市人民政府申请行政复议')
})
