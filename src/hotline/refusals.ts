import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  answer_missing: { status: 422, text: '当场答复的来电须写明答复内容。' },
  destination_missing: {
    status: 422,
    text: '未当场答复的来电须写明转到哪里（单位、信件编号或者申请编号）。',
  },
  call_settled: { status: 409, text: '这次来电已经转为依申请公开，不能再转为信件。' },
  analysis_period: { status: 422, text: '结束日期不能早于开始日期，请重新选择时间段。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
