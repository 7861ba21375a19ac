import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A file of real data that is no part of the project: in BENCH_DATA, else in `shared/data` of the nearest folder above that has
 * it, so that a second worktree finds it, too.
 */
export function findData(name: string, from: string = import.meta.dirname): string | undefined {
  const given = process.env.BENCH_DATA
  if (given) return present(join(given, name))
  for (let folder = from; ; folder = dirname(folder)) {
    const found = present(join(folder, 'shared', 'data', name))
    if (found || folder === dirname(folder)) return found
  }
}

const present = (path: string) => (existsSync(path) ? path : undefined)
