import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** The bytes of one file, in memory or in a file of their own; big uploads never lie in memory. */
export type Content = { sizeBytes: number; sha256: string } & ({ bytes: Buffer } | { path: string })

export function inMemory(bytes: Buffer): Content {
  return { bytes, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function streamOf(content: Content): Readable {
  return 'bytes' in content ? Readable.from([content.bytes]) : createReadStream(content.path)
}

/** For what must be read whole: pictures, sealed files. */
export async function bytesOf(content: Content): Promise<Buffer> {
  return 'bytes' in content ? content.bytes : readFile(content.path)
}
