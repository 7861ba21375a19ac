import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { indicators } from './indicators.ts'
import { sourceText } from './source-text.ts'

it.each([
  ['Order 711 art. 50 (1); seed report 2018, part 2', '2018-12-31', ''],
  ['Order 711 art. 50 (1); seed report 2018, part 2', '2019-12-31', '《政府信息公开条例》第五十条第（一）项'],
  ['国办公开办函〔2021〕30号, 二; rules.md 2.2', '2021-12-31', '国办公开办函〔2021〕30号, 二'],
])('%s, read at the end of %s: %s', (source, end, text) => {
  expect(sourceText(source, day(end))).toBe(text)
})

it('no figure shows a reader our own notes', () => {
  for (const { source } of indicators)
    expect(sourceText(source, day('2026-12-31'))).not.toMatch(/rules|seed|art\./)
})
