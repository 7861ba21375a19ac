import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findData } from '../bench/stage/data.ts'
import { mergeResults } from '../bench/stage/results.ts'

it('a bench that was not run keeps its section, one that was run gets a new one', () => {
  const old = '# Measured\n\nOld words.\n\n## search\n\nslow\n\n## suggest\n\n| first | 72 % |\n'
  const merged = mergeResults(old, new Map([['search', '## search\n\nfast\n']]))
  expect(merged).toMatch(/^# Measured\n/)
  expect(merged).toContain('## search\n\nfast\n\n## suggest\n\n| first | 72 % |\n')
  expect(merged).not.toContain('slow')
  expect(mergeResults(merged, new Map())).toBe(merged)
  expect(mergeResults(merged, new Map([['foi', '## foi\n\nnew\n']]))).toMatch(
    /## foi[\s\S]+## search[\s\S]+## suggest/,
  )
})

it('data is found in a folder above, from a second worktree as well', () => {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-bench-data-'))
  mkdirSync(join(root, 'shared', 'data'), { recursive: true })
  const deep = join(root, 'wt', 'know', 'bench')
  mkdirSync(deep, { recursive: true })
  expect(findData('rows-for-this-test.jsonl', deep)).toBeUndefined()
  writeFileSync(join(root, 'shared', 'data', 'rows-for-this-test.jsonl'), '')
  expect(findData('rows-for-this-test.jsonl', deep)).toBe(
    join(root, 'shared', 'data', 'rows-for-this-test.jsonl'),
  )
})
