import type { CallKind, CallOutcome } from './contract.ts'

export const callKindLabels = {
  policy_consultation: '政策咨询',
  information_query: '信息查询',
  service_guide: '办事指南',
  complaint_report: '投诉举报',
} satisfies Record<CallKind, string>

export const callOutcomeLabels = {
  answered: '当场答复',
  transferred: '转办',
  turned_into_letter: '转为信件',
  turned_into_request: '转为依申请公开',
} satisfies Record<CallOutcome, string>
