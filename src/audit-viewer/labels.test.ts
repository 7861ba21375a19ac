import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actionLabel, subjectLabel } from './labels.ts'

const sources = globSync('src/**/*.ts')
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
const written = (form: RegExp) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(form)].map(([, code]) => code ?? ''))),
]
/** A permission is written the same way and needs no wording here. */
const permissions = readFileSync('src/people/permissions.ts', 'utf8')
const untranslated = (label: string) => /[a-z]/.test(label)

it('words every action and every subject that a module writes into the log', () => {
  const actions = written(/\baction: '([a-z_-]+\.[a-z_]+)'/g).filter(
    (action) => !permissions.includes(action),
  )
  expect(actions.length).toBeGreaterThan(60)
  expect(actions.filter((action) => untranslated(actionLabel(action)))).toEqual([])
  const subjects = written(/\bsubject(?:: | = )\{ kind: '([a-z_]+)'/g)
  expect(subjects.length).toBeGreaterThan(15)
  expect(subjects.filter((kind) => untranslated(subjectLabel(kind)))).toEqual([])
})
