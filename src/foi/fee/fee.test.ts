import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#platform/clock'
import { feeFor, feeInWords, monthOf, pageRate, requestRate } from './fee.ts'

describe('国办函〔2020〕109号, by request in one calendar month', () => {
  it.each([
    // nth request, its rate
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 100],
    [31, 200],
    [40, 200],
    [41, 300],
    [50, 300],
    [51, 400],
    [60, 400],
    [61, 500],
  ])('request %i costs %i yuan', (nth, rate) => expect(requestRate(nth)).toBe(rate))
  it.each([
    // requests before, requests charged, amount
    [0, 10, 0],
    [0, 11, 100],
    [10, 1, 100],
    [0, 30, 2000],
    [0, 31, 2200],
    [30, 1, 200],
    [29, 2, 300],
    [0, 40, 4000],
    [0, 41, 4300],
    [39, 2, 500],
    [0, 50, 7000],
  ])('after %i, %i more cost %i yuan', (before, quantity, amount) =>
    expect(feeFor('per_request', quantity, before).amount).toBe(amount),
  )
})

describe('国办函〔2020〕109号, by page', () => {
  it.each([
    [1, 0],
    [30, 0],
    [31, 10],
    [100, 10],
    [101, 20],
    [200, 20],
    [201, 40],
    [1000, 40],
  ])('page %i costs %i yuan', (nth, rate) => expect(pageRate(nth)).toBe(rate))
  it.each([
    [1, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [300, 6700],
  ])('%i pages cost %i yuan, whatever came before', (pages, amount) => {
    expect(feeFor('per_page', pages).amount).toBe(amount)
    expect(feeFor('per_page', pages, 500).amount).toBe(amount)
  })
})

it('the steps add up, and more never costs less', () => {
  const method = fc.constantFrom('per_request' as const, 'per_page' as const)
  fc.assert(
    fc.property(method, fc.integer({ min: 1, max: 400 }), fc.nat(60), (by, quantity, before) => {
      const fee = feeFor(by, quantity, before)
      expect(fee.lines.reduce((sum, line) => sum + line.count, 0)).toBe(quantity)
      expect(fee.lines.reduce((sum, line) => sum + line.count * line.rate, 0)).toBe(fee.amount)
      expect(feeFor(by, quantity + 1, before).amount).toBeGreaterThanOrEqual(fee.amount)
    }),
  )
})

it('says how the amount came about', () => {
  expect(feeInWords(feeFor('per_page', 101))).toBe(
    '按量计收：第1至30页不收费；第31至100页，70页×10元＝700元；第101至101页，1页×20元＝20元；合计720元。',
  )
})

it.each([0, -1, 1.5])('%d is no number of pages', (quantity) =>
  expect(() => feeFor('per_page', quantity)).toThrow(RangeError),
)

it('a calendar month', () => {
  expect(monthOf(day('2021-12-31'))).toEqual({ from: '2021-12-01', before: '2022-01-01' })
  expect(monthOf(day('2021-02-28'))).toEqual({ from: '2021-02-01', before: '2021-03-01' })
})
