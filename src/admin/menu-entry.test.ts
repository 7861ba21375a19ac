import { expect, it } from 'vitest'
import { menuEntryOf } from './menu-entry.ts'

const screens = [
  { path: '/', label: '我的工作' },
  { path: '/articles', label: '稿件' },
  { path: '/articles/new', label: '写新稿' },
  { path: '/articles/:id' },
]

it.each([
  ['/', '/'],
  ['/articles', '/articles'],
  ['/articles/12', '/articles'],
  ['/articles/new', '/articles/new'],
  ['/articlesque', undefined],
  ['/profile', undefined],
])('%s belongs to %s', (location, entry) => {
  expect(menuEntryOf(screens, location)).toBe(entry)
})
