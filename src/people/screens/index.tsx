import type { Screen } from '#admin'
import { StaffList } from './staff-list.tsx'

const group = '系统'
export const peopleScreens: readonly Screen[] = [
  { path: '/staff', label: '人员账号', group, action: 'people.manage_staff', element: <StaffList /> },
  { path: '/roles', label: '角色授权', group, action: 'people.manage_roles', element: <StaffList /> },
]
