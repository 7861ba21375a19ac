import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Content } from './content.ts'
import { refuse } from './refusals.ts'

/** An upload that lies in a file of its own until it is kept; `discard` it in any case. */
export type Received = Content & { path: string; discard(): Promise<void> }

export const receivingFolder = ({ dataDir }: { dataDir: string }) => join(dataDir, 'receiving')

/** Takes an upload to disk while hashing it. Leaves nothing behind when it is too large or breaks off. Throws: Refusal file_too_large. */
export async function receive(folder: string, stream: Readable, limitBytes: number): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  const discard = () => rm(path, { force: true })
  const hash = createHash('sha256')
  let sizeBytes = 0
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length
      if (sizeBytes > limitBytes) throw refuse('file_too_large')
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(stream, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    // A parser that cuts at its own limit says so here.
    if ((stream as { truncated?: boolean }).truncated) throw refuse('file_too_large')
  } catch (error) {
    await discard()
    throw error
  }
  return { path, sizeBytes, sha256: hash.digest('hex'), discard }
}

/** Uploads that a killed process left lying. Answers how many were removed. */
export async function removeAbandoned(folder: string, before: Date): Promise<number> {
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
