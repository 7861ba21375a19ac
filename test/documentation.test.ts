import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const pages = globSync(['*.md', 'docs/**/*.md', 'src/**/*.md'])

it.each(pages)('%s links only to what is there', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
    ([, to]) => to ?? '',
  )
  expect(links.filter((to) => !existsSync(join(dirname(page), to)))).toEqual([])
})
