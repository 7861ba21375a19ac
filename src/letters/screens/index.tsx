import type { Screen } from '#admin'
import { LetterList } from './letter-list.tsx'
import { LetterPage } from './letter-page.tsx'

const group = '互动交流'
export const letterScreens: readonly Screen[] = [
  { path: '/letters', label: '来信', group, action: 'letters.read', element: <LetterList /> },
  { path: '/letters/:id', action: 'letters.read', element: <LetterPage /> },
]
