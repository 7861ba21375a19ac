import { lazyScreen, type Screen } from '#admin'

export { callKindLabels } from '../labels.ts'
export { AnswerList } from './answer-list.tsx'
export { LetterFields } from './letter-fields.tsx'
export { LetterAlert, type LetterReceipt } from './letter-receipt.tsx'
export { PeriodBar } from './period-bar.tsx'
export { RequestDialog } from './request-dialog.tsx'
export { AskedAndAnswered, KindAndTopic } from './said-cells.tsx'
export { type Answer, useAnswers } from './use-answers.ts'

const group = '咨询电话'
export const hotlineScreens: readonly Screen[] = [
  {
    path: '/hotline',
    label: '接听台',
    group,
    action: 'hotline.answer',
    element: lazyScreen(() => import('./desk.tsx'), 'Desk'),
  },
  {
    path: '/hotline/calls',
    label: '来电记录',
    group,
    action: 'hotline.read',
    element: lazyScreen(() => import('./call-log.tsx'), 'CallLog'),
  },
  {
    path: '/hotline/transfers',
    label: '转办来电',
    group,
    action: 'hotline.settle',
    element: lazyScreen(() => import('./transfers.tsx'), 'Transfers'),
  },
  {
    path: '/hotline/analysis',
    label: '来电分析',
    group,
    action: 'hotline.read',
    element: lazyScreen(() => import('./call-analysis.tsx'), 'CallAnalysis'),
  },
  {
    path: '/hotline/oral-requests',
    label: '来电提出的申请',
    group: '依申请公开',
    action: 'foi.handle',
    element: lazyScreen(() => import('./oral-requests.tsx'), 'OralRequests'),
  },
]
