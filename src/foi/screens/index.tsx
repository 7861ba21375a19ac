import type { Screen } from '#admin'
import { Alerts } from './alerts.tsx'
import { AskedAgainList } from './asked-again.tsx'
import { Board } from './board.tsx'
import { LetterTemplates } from './letter-templates.tsx'
import { NewRequest } from './new-request.tsx'
import { RedactionPage } from './redaction-page.tsx'
import { Register } from './register.tsx'
import { RequestPage } from './request-page.tsx'
import { RetentionList } from './retention-list.tsx'
import { WithheldList } from './withheld-list.tsx'

const group = '依申请公开'
export const foiScreens: readonly Screen[] = [
  { path: '/requests', label: '申请登记簿', group, action: 'foi.read', element: <Register /> },
  { path: '/requests/new', label: '登记申请', group, action: 'foi.handle', element: <NewRequest /> },
  { path: '/requests/alerts', label: '期限提醒', group, action: 'foi.read', element: <Alerts /> },
  { path: '/requests/board', label: '督办看板', group, action: 'foi.approve', element: <Board /> },
  {
    path: '/requests/asked-again',
    label: '多人申请',
    group,
    action: 'foi.read',
    element: <AskedAgainList />,
  },
  {
    path: '/requests/retention',
    label: '个人信息保存期限',
    group,
    action: 'foi.approve',
    element: <RetentionList />,
  },
  { path: '/requests/withheld', label: '定期评估', group, action: 'foi.read', element: <WithheldList /> },
  { path: '/requests/templates', label: '文书模板', group, action: 'foi.read', element: <LetterTemplates /> },
  { path: '/requests/:id/files/:fileId/redaction', action: 'foi.handle', element: <RedactionPage /> },
  { path: '/requests/:id', action: 'foi.read', element: <RequestPage /> },
]
