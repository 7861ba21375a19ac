import { lazyScreen, type Screen } from '#admin'

const group = '知识库'
const list = lazyScreen(() => import('./entry-list.tsx'), 'EntryList')
const digest = lazyScreen(() => import('./digest-page.tsx'), 'DigestPage')
const written = lazyScreen(() => import('./new-entry.tsx'), 'NewEntry')
const entry = lazyScreen(() => import('./entry-page.tsx'), 'EntryPage')

/** Whoever writes or reviews may read (`knowledge.read`); the server asks again. */
export const knowledgeScreens: readonly Screen[] = [
  { path: '/knowledge', label: '口径条目', group, action: 'knowledge.read', element: list },
  { path: '/knowledge/digest', label: '知识库简报', group, action: 'knowledge.read', element: digest },
  { path: '/knowledge/new', action: 'knowledge.write', element: written },
  { path: '/knowledge/:id', action: 'knowledge.read', element: entry },
]
