import { expect, it } from 'vitest'
import { eventWords } from './event-words.ts'
import { caseMoves, proposedValues } from './moves.ts'

it('the log says how many days were asked for and why, and what was charged', () => {
  expect(eventWords({ workingDays: 15, reason: '需要汇总多年数据' })).toEqual([
    '延长 15 个工作日',
    '需要汇总多年数据',
  ])
  expect(eventWords({ amount: 40, basis: '按量计收：合计40元。', way: '凭缴款码缴入国库' })).toEqual([
    '金额：40元',
    '缴费方式：凭缴款码缴入国库',
    '按量计收：合计40元。',
  ])
  expect(eventWords({ until: '2026-06-30', toldOn: '2026-03-02', toldBy: 'post' })).toEqual([
    '延迟至 2026-06-30 答复',
    '2026-03-02 告知申请人（邮寄）',
  ])
  expect(
    eventWords({
      notice: { source: '关于调整劳动节安排的通知', documentNumber: '国办发明电〔2019〕3号', version: 2 },
      dates: [{ what: '答复期限', before: '2019-04-29', after: '2019-04-28' }],
    }),
  ).toEqual([
    '依据《关于调整劳动节安排的通知》（国办发明电〔2019〕3号，第2版）',
    '答复期限：2019-04-29 → 2019-04-28',
  ])
  expect(eventWords({ sealed: 'AAAA', reason: '' })).toEqual([])
})

it('the approval starts with what was proposed last; other dialogs start empty', () => {
  const event = (kind: string, detail: object) => ({ id: 1, kind, on: '2026-03-02', detail, staffName: null })
  const events = [
    event('extension_proposed', { workingDays: 10, reason: '先' }),
    event('extension_proposed', { workingDays: 15, reason: '需要汇总多年数据' }),
  ] as Parameters<typeof proposedValues>[1]
  const valuesOf = (label: string) => {
    const move = caseMoves.find((one) => one.label === label)
    if (!move) throw new Error(label)
    return proposedValues(move, events)
  }
  expect(valuesOf('批准延长期限')).toEqual({ workingDays: 15, reason: '需要汇总多年数据' })
  expect(valuesOf('确定延迟答复的日期')).toEqual({})
})
