import { type RefusalCatalogue, refuser } from '#platform'

export const operationsRefusals = {
  job_not_failed: { status: 409, text: '这项任务已经不在失败列表中，请刷新后查看。' },
} satisfies RefusalCatalogue

export const refuse = refuser(operationsRefusals)
