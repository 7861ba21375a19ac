import type { Screen } from '#admin'
import { NewRequest } from './new-request.tsx'
import { Register } from './register.tsx'
import { RequestPage } from './request-page.tsx'

const group = '依申请公开'
export const foiScreens: readonly Screen[] = [
  { path: '/requests', label: '申请登记簿', group, action: 'foi.read', element: <Register /> },
  { path: '/requests/new', label: '登记申请', group, action: 'foi.handle', element: <NewRequest /> },
  { path: '/requests/:id', action: 'foi.read', element: <RequestPage /> },
]
