import type { Day } from '#platform/clock'
import type { RulePack } from '../clock/rule-pack.ts'

/** Numbers of the rules that are not certain; the agency sets them from a day on (ADR 0040). */
export type UncertainValues = {
  /** Unit: working days. */
  opinionWithin492: number
  /** Unit: working days. */
  payWithin: number
  feeFrom: Day
  /** Unit: calendar days. */
  lookAgainAfter: number
}

/** What is known of each, for the agency's counsel. Source: rules.md 1.1, 1.5 and 8. */
export const uncertainNotes = {
  opinionWithin492: {
    label: '2007年条例下征求第三方意见的期限（工作日）',
    sure: '惯例，条例没有写明',
    note: '国务院令第492号第二十三条没有规定第三方答复的期限，15个工作日是当时通行的做法。2019年条例第三十二条明确为15个工作日，不能改动。',
  },
  payWithin: {
    label: '缴纳信息处理费的期限（工作日）',
    sure: '未见原文',
    note: '国办函〔2020〕109号第五条以后的条文没有核对原文，20个工作日为一般了解。',
  },
  feeFrom: {
    label: '信息处理费管理办法的施行日期',
    sure: '未见原文',
    note: '办法的落款日期为2020年11月17日；施行日期所在的条文没有核对原文，2021年1月1日为一般了解。此前收到的申请不收费。',
  },
  lookAgainAfter: {
    label: '不予公开的信息多久评估一次（日历日）',
    sure: '本机关自定',
    note: '2019年条例第十八条只要求定期评估，没有规定多久，出厂设置为一年。',
  },
} satisfies Record<keyof UncertainValues, { label: string; sure: string; note: string }>

/** The rules of a case with the agency's values in place of ours; what the law itself states stays. */
export const withValues = (
  pack: RulePack,
  { opinionWithin492, payWithin, feeFrom }: UncertainValues,
): RulePack => ({
  ...pack,
  payWithin,
  opinionWithin: pack.key === '492' ? opinionWithin492 : pack.opinionWithin,
  processingFee: pack.processingFee && { effectiveFrom: feeFrom },
})
