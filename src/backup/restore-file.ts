import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Config } from '#platform/config'
import { receive, receivingFolder, storageOf } from '#platform/files'
import { BrokenBackup, type FilePiece } from './archive.ts'

const ours = /^(plain|sealed)\/[0-9a-f]{2}\/([0-9a-f]{64})$/

/** Takes the pieces of files as they come and keeps each file under its key. Throws: BrokenBackup. */
export function fileRestorer(config: Config) {
  const storage = storageOf(config)
  let open: { key: string; pieces: PassThrough; kept: Promise<void> } | undefined
  const begin = (key: string) => {
    const pieces = new PassThrough()
    const kept = keep(key, pieces)
    // Awaited with the last piece; a failure before that must not count as unhandled.
    kept.catch(() => undefined)
    return { key, pieces, kept }
  }
  const keep = async (key: string, pieces: PassThrough) => {
    const [, kind, sha256] = ours.exec(key) ?? []
    if (!kind) throw new BrokenBackup(`no file of ours: ${key}`)
    const received = await receive(receivingFolder(config), pieces, Number.POSITIVE_INFINITY)
    try {
      if (kind === 'plain' && received.sha256 !== sha256)
        throw new BrokenBackup(`the file ${key} is not what its name says`)
      await storage.put(key, received)
    } finally {
      await received.discard()
    }
  }
  return async ({ key, base64, last }: FilePiece) => {
    open = open?.key === key ? open : begin(key)
    const { pieces, kept } = open
    if (!pieces.write(Buffer.from(base64, 'base64'))) await Promise.race([once(pieces, 'drain'), kept])
    if (!last) return
    pieces.end()
    open = undefined
    await kept
  }
}
