import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  export_too_large: {
    status: 413,
    text: '记录超过10万条，不能导出为Excel文件。请改为导出CSV，或者缩短统计期间。',
  },
  period_reversed: { status: 422, text: '开始日期不能晚于结束日期，请重新选择统计期间。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
