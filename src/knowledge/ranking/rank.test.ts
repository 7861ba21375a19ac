import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from './answer-index.ts'
import { rank } from './rank.ts'

const index = buildIndex([
  { entry: 'parking', text: '经查，桂花苑小区停车收费标准已公示，业主可向物业公司查询。' },
  { entry: 'fund', text: '公积金异地贷款需在缴存地公积金中心办理提取手续。' },
  { entry: 'school', text: '义务教育阶段实行划片招生，请向区教育局咨询。' },
])

describe('rank', () => {
  it.each([
    ['桂花苑的停车收费合理吗', 'parking'],
    ['异地公积金怎么提取', 'fund'],
    ['小孩上学划片', 'school'],
    ['公積金', undefined],
  ])('%s → %s', (question, entry) => expect(rank(index, question)[0]?.entry).toBe(entry))

  it('says why in words that both texts share', () => {
    expect(rank(index, '异地公积金贷款')[0]?.because.join()).toContain('公积金')
  })

  it('has no answer to an empty or foreign question, nor in an empty house', () => {
    expect(rank(index, '')).toEqual([])
    expect(rank(index, '。！')).toEqual([])
    expect(rank(buildIndex([]), '公积金')).toEqual([])
  })

  it('whatever is asked: at most five, best first, scores from 0 to 1, each entry once', () => {
    const signs = fc.constantFrom(...'公积金停车收费小区教育局提取贷款业主A1，')
    fc.assert(
      fc.property(
        fc.string({ unit: signs }),
        fc.array(fc.string({ unit: signs }), { maxLength: 12 }),
        (question, texts) => {
          const found = rank(buildIndex(texts.map((text, at) => ({ entry: String(at), text }))), question)
          expect(found.length).toBeLessThanOrEqual(5)
          expect(new Set(found.map(({ entry }) => entry)).size).toBe(found.length)
          found.forEach(({ score }, at) => {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThanOrEqual(1)
            expect(score).toBeLessThanOrEqual(found[at - 1]?.score ?? 1)
          })
        },
      ),
    )
  })
})
