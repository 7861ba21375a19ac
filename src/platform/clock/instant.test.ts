import { expect, it } from 'vitest'
import { parseInstant } from './instant.ts'

it.each([
  ['2019-04-25T09:32:09', '2019-04-25T01:32:09.000Z'],
  ['2019-04-25 09:32', '2019-04-25T01:32:00.000Z'],
  ['2019-04-25', '2019-04-24T16:00:00.000Z'],
  ['2019-04-25T09:32:09Z', '2019-04-25T09:32:09.000Z'],
  ['2019-04-25T09:32:09+0800', '2019-04-25T01:32:09.000Z'],
  ['2019-02-30', undefined],
  ['2019-04-25T24:00', undefined],
  ['yesterday', undefined],
])('%s', (text, expected) => expect(parseInstant(text)?.toISOString()).toBe(expected))
