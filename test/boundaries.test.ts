import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** From the top down: a module imports only what stands after it (design.md, imports point down only). */
const order = [
  'admin',
  'console',
  'backup',
  'portal',
  'annual-report',
  'statistics',
  'chat',
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

it('what the browser loads needs nothing of Node', () => {
  const reached = new Set(files.filter((file) => isBrowserCode(file) || file.endsWith('/contract.ts')))
  for (const file of reached) for (const next of loadedBy(file)) reached.add(next)
  const server = [...reached].flatMap((file) =>
    valueImportsOf(file)
      .filter((from) => /^(?:node:|fastify|kysely|pg)/.test(from))
      .map((from) => `${file} → ${from}`),
  )
  expect(reached.size).toBeGreaterThan(200)
  expect(server).toEqual([])
})

/** Imports that are still there when the types are gone. */
function valueImportsOf(file: string): string[] {
  const statements = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+([^'";]*?)from\s+['"]([^'"]+)['"]/gm,
  )
  return [...statements]
    .filter(
      ([, clause = '']) => !clause.startsWith('type ') && !/^\{(?:\s*type [^,}]+,?)+\s*\}\s*$/.test(clause),
    )
    .map(([, , from]) => from ?? '')
}

function loadedBy(file: string): string[] {
  return valueImportsOf(file).flatMap((from) => {
    if (from.startsWith('.')) return [new URL(from, `file:///${file}`).pathname.slice(1)]
    if (!from.startsWith('#')) return []
    const path = `src/${from.slice(1)}`
    return [`${path}.ts`, `${path}/index.ts`, `${path}/index.tsx`].filter((known) => existsSync(known))
  })
}

it('every module of the tree has its place in the order', () => {
  expect([...new Set(files.map(moduleOf))].filter((module) => !order.includes(module))).toEqual([])
})
