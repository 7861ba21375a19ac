import { fromBufferPromise, type ZipFile } from 'yauzl'

/** Unit: bytes, all parts of the document unpacked. */
const unpackedLimitBytes = 150 * 1024 * 1024

/**
 * Unpacks every part once and counts: a document that grows beyond measure, or lies about its size, is not handed on.
 * Answers the text of the main part. Throws: Error when the bytes are no such document.
 */
export async function readMainPart(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes)
  let left = unpackedLimitBytes
  let main: string | undefined
  for await (const entry of zip.eachEntry()) {
    left -= entry.uncompressedSize
    if (left < 0) throw new Error('unpacks to too much')
    const wanted = entry.fileName === 'word/document.xml'
    const text = await partOf(zip, entry, wanted)
    if (wanted) main = text
  }
  if (main === undefined) throw new Error('no main part')
  return main
}

/** The library compares what comes out with what the entry says. */
async function partOf(zip: ZipFile, entry: Parameters<ZipFile['openReadStreamPromise']>[0], wanted: boolean) {
  if (entry.fileName.endsWith('/')) return ''
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (wanted) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
