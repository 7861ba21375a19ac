import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What public pages are made from. Tables that a trigger watches (migration 1000) are not here. */
const tables = [
  'published_articles',
  'published_attachments',
  'policy_interpretations',
  'knowledge_entries',
  'letters',
  'foi_requests',
]
const writes = new RegExp(`(?:insertInto|updateTable|deleteFrom)\\('(?:${tables.join('|')})'`)
const touches = /\.cache\.(?:touch|forget)\(|touchItem\(/

/** Called by use cases that touch, or changes nothing that the public sees. */
const exceptions: Record<string, string> = {
  'src/foi/closed-in-time.ts': 'whether it was in time is not in the public log',
  'src/publishing/publish-many.ts': 'import-articles.ts and the demonstration touch everything',
  'src/knowledge/entries/store.ts': 'its use cases touch',
  'src/knowledge/entries/tell-expiring.ts': 'that the owner was told is not public',
  'src/letters/due-dates.ts': 'a due date is not public',
  'src/letters/store.ts': 'move-letter.ts and sender.ts touch',
  'src/foi/store.ts': 'move-request.ts touches',
  'src/foi/open-case.ts': 'a new case is not in the public log',
  'src/foi/confirm-receipt.ts': 'the note is not public',
  'src/foi/register-request.ts': 'a new case is not in the public log',
}

it('whoever writes what the public sees touches the page cache', () => {
  const files = globSync(['src/**/*.ts', 'demo/**/*.ts']).filter(
    (file) => !/\.test\.ts$|builders\.ts$/.test(file),
  )
  const silent = files.filter((file) => {
    const text = readFileSync(file, 'utf8')
    return writes.test(text) && !touches.test(text)
  })
  expect(silent.filter((file) => !(file in exceptions))).toEqual([])
})
