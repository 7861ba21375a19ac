import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '#platform/config'
import type { Content } from '../content.ts'
import { localFolder } from './local-folder.ts'
import { s3Bucket } from './s3-bucket.ts'

/** Bytes by key, on a disk or in a bucket. What is kept under a key is whole or not there. */
export type Storage = {
  put(key: string, content: Content): Promise<void>
  /** Undefined: nothing lies under this key. `range` is inclusive. Unit: bytes. */
  open(key: string, range?: ByteRange): Promise<Readable | undefined>
  remove(key: string): Promise<void>
  /** Every key, in order. */
  list(): AsyncIterable<string>
  /** Unfinished pieces of an interrupted write. Answers how many were removed. */
  removeUnfinished(before: Date): Promise<number>
}
export type ByteRange = { from: number; to: number }

export function storageOf({ storage, dataDir }: Pick<Config, 'storage' | 'dataDir'>): Storage {
  if (storage.kind === 's3') return s3Bucket(storage)
  return localFolder(storage.path ?? join(dataDir, 'files'))
}
