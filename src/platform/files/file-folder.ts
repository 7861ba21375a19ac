import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where files lie; STORAGE_URL=file:///… moves them. */
export function fileFolder(config: { storageUrl: string | undefined; dataDir: string }): string {
  return config.storageUrl ? fileURLToPath(config.storageUrl) : join(config.dataDir, 'files')
}
