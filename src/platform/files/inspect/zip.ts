import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { Refusal } from '#platform'
import type { Content } from '../content.ts'
import { refuse } from '../refusals.ts'

export type ZipLimits = {
  entries: number
  expandedBytes: number
  /** Expanded bytes to bytes on disk, once it matters. */
  ratio: number
  /** Whether each entry is really expanded: a directory may lie about sizes. */
  expand: boolean
}
/** Below this a high ratio does no harm: an empty spreadsheet compresses well. Unit: bytes. */
const harmlessBytes = 20 * 1024 * 1024

/** Throws: Refusal file_damaged, file_expands, archive_path_refused. */
export async function inspectZip(content: Content, limits: ZipLimits): Promise<void> {
  try {
    const zip = await ('bytes' in content ? fromBufferPromise(content.bytes) : openPromise(content.path))
    await inspectEntries(zip, content.sizeBytes, limits)
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The library checks names as it reads: no way up, no absolute path.
    if (/relative path|absolute path|invalid characters in fileName/.test((error as Error).message))
      throw refuse('archive_path_refused')
    throw refuse('file_damaged')
  }
}

async function inspectEntries(zip: ZipFile, sizeBytes: number, limits: ZipLimits) {
  if (zip.entryCount > limits.entries) throw refuse('file_expands')
  let expanded = 0
  for await (const entry of zip.eachEntry()) {
    expanded += entry.uncompressedSize
    if (expanded > limits.expandedBytes) throw refuse('file_expands')
    if (expanded > harmlessBytes && expanded > sizeBytes * limits.ratio) throw refuse('file_expands')
    if (limits.expand) await expand(zip, entry)
  }
}

/** The library stops an entry that grows beyond the size that the directory gives. */
async function expand(zip: ZipFile, entry: Entry) {
  if (entry.isEncrypted()) throw refuse('file_damaged')
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(await zip.openReadStreamPromise(entry), nowhere)
}
