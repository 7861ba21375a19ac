import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildIndex, emptyIndex } from './answer-index.ts'
import { inSlices } from './in-slices.ts'
import { rank } from './rank.ts'
import { revision } from './revise-index.ts'

const signs = fc.constantFrom(...'公积金停车收费小区教育局提取贷款业主A1，')
const texts = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.string({ unit: signs }))
const documentsOf = (answers: Record<string, string>) =>
  Object.entries(answers).map(([entry, text]) => ({ entry, text }))

it('a revised index ranks as one made from the beginning, and the old one is as it was', () =>
  fc.assert(
    fc.asyncProperty(texts, texts, fc.string({ unit: signs }), async (before, after, question) => {
      const old = buildIndex(documentsOf(before))
      const asBefore = rank(old, question, 20)
      const gone = new Set(Object.keys(before).filter((entry) => after[entry] !== before[entry]))
      const written = documentsOf(after).filter(({ entry, text }) => before[entry] !== text)
      const revised = await inSlices(revision(old, gone, written))
      const scores = (index: typeof old) =>
        rank(index, question, 20)
          .map(({ entry, score, because }) => `${entry} ${score.toFixed(3)} ${[...because].sort()}`)
          .sort()
      expect(scores(revised)).toEqual(scores(buildIndex(documentsOf(after))))
      expect(revised.size).toBe(Object.keys(after).length)
      expect(rank(old, question, 20)).toEqual(asBefore)
    }),
  ))

it('lets others have a turn while it works', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => ({
    entry: `${at}`,
    text: `第${at}号答复：`.repeat(40),
  }))
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  const index = await inSlices(revision(emptyIndex, new Set(), many))
  clearInterval(timer)
  expect(index.size).toBe(3000)
  expect(turns).toBeGreaterThan(3)
})
