import { type RefusalCatalogue, refuser } from '#platform'

export const refusals = {
  item_unknown: { status: 404, text: '这一年的报告没有这个填报项目，请刷新页面后重新选择。' },
  value_refused: { status: 422, text: '填写的内容不符合该项目的要求，请按提示修改。' },
  source_missing: { status: 422, text: '请写明数字的来源，例如台账名称或者提供数字的处室。' },
  report_in_approval: {
    status: 409,
    text: '报告正在审批或者已经批准，不能修改。需要修改的，请先由审批人退回。',
  },
  report_not_submitted: { status: 409, text: '报告还没有提交审批，请先提交。' },
  report_changed: { status: 409, text: '提交以后有记录发生变化，报告内容已经不同。请重新提交审批。' },
  report_faulty: { status: 422, law: 'Order 711 art. 50', text: '报告没有通过校验，请先处理列出的错误。' },
  own_report: { status: 403, text: '不能审批自己提交的报告，请由其他人审批。' },
  reason_missing: { status: 422, text: '退回报告须写明原因。' },
  report_not_approved: { status: 409, text: '报告批准以后才能生成稿件。' },
  article_exists: { status: 409, text: '这一年的报告已经生成稿件，请在“稿件”中继续办理。' },
} satisfies RefusalCatalogue

export const refuse = refuser(refusals)
