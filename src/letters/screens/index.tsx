import { lazyScreen, type Screen } from '#admin'

export { letterStatusLabels } from '../labels.ts'

const group = '互动交流'
export const letterScreens: readonly Screen[] = [
  {
    path: '/letters',
    label: '来信',
    group,
    action: 'letters.read',
    element: lazyScreen(() => import('./letter-list.tsx'), 'LetterList'),
  },
  {
    path: '/letters/new',
    action: 'letters.handle',
    element: lazyScreen(() => import('./register-letter.tsx'), 'RegisterLetter'),
  },
  {
    path: '/letters/board',
    label: '来信看板',
    group,
    action: 'letters.read',
    element: lazyScreen(() => import('./board.tsx'), 'Board'),
  },
  {
    path: '/letters/topics',
    label: '来信主题',
    group,
    action: 'letters.configure',
    element: lazyScreen(() => import('./topics.tsx'), 'Topics'),
  },
  {
    path: '/letters/mailboxes',
    label: '信箱设置',
    group,
    action: 'letters.configure',
    element: lazyScreen(() => import('./mailboxes.tsx'), 'Mailboxes'),
  },
  {
    path: '/letters/:id',
    action: 'letters.read',
    element: lazyScreen(() => import('./letter-page.tsx'), 'LetterPage'),
  },
]
