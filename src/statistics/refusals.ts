import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  period_reversed: { status: 422, text: '开始日期不能晚于结束日期，请重新选择统计期间。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
