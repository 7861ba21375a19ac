import type { Screen } from '#admin'
import { Departments } from './departments.tsx'
import { Leaders } from './leaders.tsx'

const group = '机构信息'
const action = 'organisation.manage'
export const organisationScreens: readonly Screen[] = [
  { path: '/leaders', label: '领导信息', group, action, element: <Leaders /> },
  { path: '/public-departments', label: '机构设置（公开页面）', group, action, element: <Departments /> },
]
