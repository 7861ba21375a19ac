import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { KeptJob } from '#platform/queue'

/** A backup is gzipped JSON Lines: a head, rows by table, waiting and failed jobs, files in pieces, and an end with the hash of all lines before it. */
export type Line =
  | { kind: 'head'; format: 2; migrations: string[] }
  | { kind: 'rows'; table: string; columns: string[]; rows: object[] }
  | { kind: 'jobs'; jobs: KeptJob[] }
  | FilePiece
  | { kind: 'end'; lines: number; sha256: string }

/** `last` ends the file: a big one never lies in memory. */
export type FilePiece = { kind: 'file'; key: string; base64: string; last: boolean }

export class BrokenBackup extends Error {}

/** Writes under another name and renames at the end: what bears the name is whole. */
export async function writeArchive(path: string, lines: AsyncIterable<Line>): Promise<void> {
  const unfinished = `${path}.part`
  const gzip = createGzip()
  const out = gzip.pipe(createWriteStream(unfinished, { flags: 'w', mode: 0o600 }))
  const ended = finished(out)
  // Awaited below; a failure before that must not count as unhandled.
  ended.catch(() => undefined)
  const hash = createHash('sha256')
  let count = 0
  const write = async (line: Line) => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    count += 1
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), ended])
  }
  try {
    for await (const line of lines) await write(line)
    await write({ kind: 'end', lines: count, sha256: hash.copy().digest('hex') })
    gzip.end()
    await ended
    await rename(unfinished, path)
  } catch (error) {
    gzip.destroy()
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Reads what `writeArchive` wrote. Throws: BrokenBackup when it is cut off, changed, or no backup. */
export async function* readArchive(path: string): AsyncGenerator<Line> {
  const source = createReadStream(path)
  const input = source.pipe(createGunzip())
  source.on('error', (error) => input.destroy(error))
  const hash = createHash('sha256')
  let [count, end] = [0, undefined as Line | undefined]
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(text) as Line
      if (line.kind === 'end') {
        const whole = line.lines === count && line.sha256 === hash.digest('hex')
        if (!whole) throw new BrokenBackup(`${path} was changed: its hash does not match`)
        end = line
        break
      }
      hash.update(`${text}\n`)
      count += 1
      yield line
    }
  } catch (error) {
    if (error instanceof BrokenBackup) throw error
    throw new BrokenBackup(`cannot read ${path}: ${(error as Error).message}`)
  }
  if (!end) throw new BrokenBackup(`${path} is cut off`)
}
