import type { Screen } from '#admin'
import { CallLog } from './call-log.tsx'
import { Desk } from './desk.tsx'

const group = '咨询电话'
export const hotlineScreens: readonly Screen[] = [
  { path: '/hotline', label: '接听台', group, action: 'hotline.answer', element: <Desk /> },
  { path: '/hotline/calls', label: '来电记录', group, action: 'hotline.read', element: <CallLog /> },
]
