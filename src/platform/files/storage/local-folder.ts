import { randomUUID } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { streamOf } from '../content.ts'
import type { ByteRange, Storage } from './index.ts'

const unfinished = '.part'

/** Bytes by key in a folder. A write is synced under another name and then renamed, so kill -9 leaves no half file under a key. */
export function localFolder(folder: string): Storage {
  return {
    put: async (key, content) => {
      const path = join(folder, key)
      await mkdir(dirname(path), { recursive: true })
      const part = `${path}.${randomUUID()}${unfinished}`
      const handle = await open(part, 'wx', 0o600)
      try {
        await handle.writeFile(streamOf(content))
        await handle.sync()
        await handle.close()
        await rename(part, path)
      } catch (error) {
        await handle.close().catch(() => undefined)
        await rm(part, { force: true })
        throw error
      }
    },
    open: async (key, range) => {
      const path = join(folder, key)
      const found = await stat(path).catch(missingIsUndefined)
      return found && Readable.from(readingOnDemand(path, range), { objectMode: false })
    },
    remove: (key) => rm(join(folder, key), { force: true }),
    list: () => keysIn(folder),
    removeUnfinished: async (before) => {
      const parts = (await filesIn(folder)).filter((path) => path.endsWith(unfinished))
      let removed = 0
      for (const path of parts) {
        const found: Stats | undefined = await stat(path).catch(missingIsUndefined)
        if (!found || found.mtime >= before) continue
        await rm(path, { force: true })
        removed += 1
      }
      return removed
    },
  }
}

/** Opens the file with the first read: a stream that nobody reads holds nothing open. */
async function* readingOnDemand(path: string, range: ByteRange | undefined): AsyncGenerator<Buffer> {
  yield* createReadStream(path, range ? { start: range.from, end: range.to } : {})
}

async function* keysIn(folder: string): AsyncGenerator<string> {
  for (const path of await filesIn(folder)) if (!path.endsWith(unfinished)) yield relative(folder, path)
}

/** None when nothing was ever kept. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(missingIsUndefined)
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function missingIsUndefined(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
