import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Codes are the keys of each catalogue (`satisfies RefusalCatalogue`). */
const catalogues = globSync('src/**/*refusal*.ts').filter((file) => !file.includes('.test.'))
const codes = catalogues.flatMap((file) => {
  const [, table = ''] =
    /= \{\n([\s\S]*?)\n\} satisfies RefusalCatalogue/.exec(readFileSync(file, 'utf8')) ?? []
  return [...table.matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => code ?? '')
})
// A list of codes that no article says provokes none of them.
const tests = globSync(['src/**/*.test.ts', 'e2e/*.test.ts', 'demo/*.test.ts'])
  .filter((file) => !file.endsWith('refusal-articles.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

it('finds the catalogues', () => expect(codes.length).toBeGreaterThan(80))

it.each(codes)('%s is provoked by a test', (code) => {
  expect(tests).toMatch(new RegExp(`\\b${code}\\b`))
})
