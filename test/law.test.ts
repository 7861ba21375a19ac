import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lawIndex } from '../scripts/law-index.ts'
import { parseLaw, readLawTags } from '../scripts/law-tags.ts'

describe('the grammar of Law tags', () => {
  it.each<[string, [string, string[]][]]>([
    ['Order 711 art. 33 ¶2. Unit: working days.', [['Order 711', ['art. 33 ¶2']]]],
    ['Order 711 art. 33 ¶2 and ¶3. */', [['Order 711', ['art. 33 ¶2', 'art. 33 ¶3']]]],
    [
      'Order 711 art. 30, 32 to 34 and 36 (4) */',
      [['Order 711', ['art. 30', 'art. 32', 'art. 33', 'art. 34', 'art. 36 (4)']]],
    ],
    [
      'Order 711 art. 13 (disclosed), art. 14-16 (not disclosed). */',
      [['Order 711', ['art. 13', 'art. 14', 'art. 15', 'art. 16']]],
    ],
    [
      'Order 492 art. 24; Order 711 art. 33 ¶2.',
      [
        ['Order 492', ['art. 24']],
        ['Order 711', ['art. 33 ¶2']],
      ],
    ],
    ['行政复议法 (2023) art. 23. */', [['行政复议法 (2023)', ['art. 23']]]],
    ['国办发〔2016〕80号 part 2. */', [['国办发〔2016〕80号', ['part 2']]]],
    ['GB/T 22239-2019 8.1.4.1 and 8.1.4.2.', [['GB/T 22239-2019', ['8.1.4.1', '8.1.4.2']]]],
    ['国办发〔2020〕53号 (a hotline sorts its calls). More words.', [['国办发〔2020〕53号', []]]],
  ])('%s', (text, expected) => {
    expect(parseLaw(text).map(({ source, articles }) => [source, articles])).toEqual(expected)
  })

  it.each([
    'Order 711 art. 33, in force since 2019.',
    'rules.md 5.1.',
    'Order 711 §33.',
    'Order 711 art. thirty.',
    '',
  ])('%j does not parse', (text) => expect(() => parseLaw(text)).toThrow())
})

it('every Law tag parses (scripts/law-tags.ts says how; a new source gets a row there)', () => {
  expect(readLawTags().faults).toEqual([])
})

it('docs/law/index.md is current: npm run law', () => {
  const { tags } = readLawTags()
  expect(tags.length).toBeGreaterThan(50)
  expect(readFileSync('docs/law/index.md', 'utf8')).toBe(lawIndex(tags))
})
