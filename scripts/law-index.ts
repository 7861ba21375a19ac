/** Writes docs/law/index.md from the `Law:` tags: article to code. `--check` only compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type LawTag, readLawTags, sources } from './law-tags.ts'

const target = 'docs/law/index.md'

/** The page: a heading a source, a row an article, each with the places that rest on it. */
export function lawIndex(tags: readonly LawTag[]): string {
  const cited = new Map<string, Map<string, Set<string>>>()
  for (const { file, place, references } of tags)
    for (const { source, articles } of references)
      for (const article of articles.length ? articles : ['(whole)']) {
        const articlesOf = cited.get(source) ?? new Map<string, Set<string>>()
        cited.set(source, articlesOf)
        const places = articlesOf.get(article) ?? new Set<string>()
        articlesOf.set(article, places)
        places.add(`[${place || file.split('/').at(-1)}](../../${file})`)
      }
  const parts = [...cited]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, articles]) => {
      const title = sources[source.replace(/ \(\d{4}\)$/, '')]
      const rows = [...articles]
        .sort(([a], [b]) => inOrder(a, b))
        .map(([article, places]) => `| ${article} | ${[...places].sort().join(' · ')} |`)
      return `## ${source}${title ? `\n\n${title}` : ''}\n\n| Place | Code |\n|---|---|\n${rows.join('\n')}`
    })
  const head =
    '# Law index\n\nGenerated from the `Law:` tags by `npm run law`; do not edit. When an article changes, these lines change.'
  return `${[head, ...parts].join('\n\n')}\n`
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const { tags, faults } = readLawTags()
  for (const { file, line, problem } of faults) process.stderr.write(`${file}:${line} ${problem}\n`)
  const text = lawIndex(tags)
  if (process.argv.includes('--check')) {
    if (text !== readFileSync(target, 'utf8')) throw new Error('the law index is stale: run npm run law')
  } else {
    mkdirSync('docs/law', { recursive: true })
    writeFileSync(target, text)
  }
  process.exitCode = faults.length ? 1 : 0
}
