import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes by key in a folder. A write is synced under another name and then renamed, so kill -9 leaves no half file under a key. */
export function localFolder(folder: string) {
  return {
    put: async (key: string, bytes: Buffer) => {
      const path = join(folder, key)
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${randomUUID()}.part`
      const handle = await open(unfinished, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(unfinished, path)
    },
    get: (key: string) => readFile(join(folder, key)),
  }
}
