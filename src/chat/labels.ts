import type { TalkOutcome, TalkStatus } from './contract.ts'

export const talkStatusLabels = {
  waiting: '等待接入',
  talking: '会话中',
  closed: '已结束',
} satisfies Record<TalkStatus, string>

export const talkOutcomeLabels = {
  answered: '已答复',
  unanswered: '未答复',
  turned_into_letter: '转为来信',
  turned_into_request: '转为依申请公开',
} satisfies Record<TalkOutcome, string>
