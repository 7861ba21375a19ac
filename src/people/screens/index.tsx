import { lazyScreen, type Screen } from '#admin'

const group = '系统'
const staff = lazyScreen(() => import('./staff-list.tsx'), 'StaffList')
export const peopleScreens: readonly Screen[] = [
  { path: '/staff', label: '人员账号', group, action: 'people.manage_staff', element: staff },
  {
    path: '/departments',
    label: '内部处室',
    group,
    action: 'people.manage_staff',
    element: lazyScreen(() => import('./departments.tsx'), 'Departments'),
  },
  { path: '/roles', label: '角色授权', group, action: 'people.manage_roles', element: staff },
  {
    path: '/sign-in-rules',
    label: '登录规则',
    group,
    action: 'people.manage_roles',
    element: lazyScreen(() => import('./sign-in-rules.tsx'), 'SignInRules'),
  },
  { path: '/profile', element: lazyScreen(() => import('./profile.tsx'), 'Profile') },
]
