import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** From the top down: a module imports only what stands after it (design.md, imports point down only). */
const order = [
  'admin',
  'console',
  'backup',
  'portal',
  'annual-report',
  'statistics',
  'hotline',
  'letters',
  'foi',
  'knowledge',
  'site-errors',
  'organisation',
  'publishing',
  'site',
  'operations',
  'audit-viewer',
  'calendar',
  'people',
  'audit',
  'privacy',
  'platform',
]
/** The console's shell lists screens, and screens use the shell's pieces: both are browser code. */
const isBrowserCode = (file: string) => /\/screens\/|^src\/admin\//.test(file)
const moduleOf = (file: string) => /^src\/([\w-]+)\//.exec(file)?.[1] ?? ''
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^'"]*?['"]([^'"]+)['"]/gm)].map(
    ([, from]) => from ?? '',
  )

const files = globSync('src/**/*.{ts,tsx}').filter((file) => moduleOf(file) && !/\.test\.tsx?$/.test(file))

it('modules import only downwards', () => {
  const upward = files
    .filter((file) => !isBrowserCode(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((from) => from.startsWith('#'))
        .map((from) => from.slice(1).split('/')[0] ?? '')
        .filter((to) => order.indexOf(to) < order.indexOf(moduleOf(file)))
        .map((to) => `${file} → #${to}`),
    )
  expect(upward).toEqual([])
})

it('no path leads from one module into another’s inside', () => {
  const across = files.flatMap((file) =>
    importsOf(file)
      .filter((from) => from.startsWith('.'))
      .filter((from) => moduleOf(new URL(from, `file:///${file}`).pathname.slice(1)) !== moduleOf(file))
      .map((from) => `${file} → ${from}`),
  )
  expect(across).toEqual([])
})

it('every module of the tree has its place in the order', () => {
  expect([...new Set(files.map(moduleOf))].filter((module) => !order.includes(module))).toEqual([])
})
