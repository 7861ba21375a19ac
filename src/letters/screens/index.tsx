import type { Screen } from '#admin'
import { Board } from './board.tsx'
import { LetterList } from './letter-list.tsx'
import { LetterPage } from './letter-page.tsx'
import { Mailboxes } from './mailboxes.tsx'
import { RegisterLetter } from './register-letter.tsx'
import { Topics } from './topics.tsx'

const group = '互动交流'
export const letterScreens: readonly Screen[] = [
  { path: '/letters', label: '来信', group, action: 'letters.read', element: <LetterList /> },
  { path: '/letters/new', action: 'letters.handle', element: <RegisterLetter /> },
  { path: '/letters/board', label: '来信看板', group, action: 'letters.read', element: <Board /> },
  { path: '/letters/topics', label: '来信主题', group, action: 'letters.configure', element: <Topics /> },
  {
    path: '/letters/mailboxes',
    label: '信箱设置',
    group,
    action: 'letters.configure',
    element: <Mailboxes />,
  },
  { path: '/letters/:id', action: 'letters.read', element: <LetterPage /> },
]
