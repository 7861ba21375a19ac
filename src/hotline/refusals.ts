import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  answer_missing: { status: 422, text: '当场答复的来电须写明答复内容。' },
  destination_missing: {
    status: 422,
    text: '未当场答复的来电须写明转到哪里（单位、信件编号或者申请编号）。',
  },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
