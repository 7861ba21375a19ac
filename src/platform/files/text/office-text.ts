import { fromBufferPromise } from 'yauzl'
import { textOfXml } from './xml-text.ts'

/** Unit: bytes, all parts that are read, unpacked. */
const unpackedLimitBytes = 150 * 1024 * 1024
/** Parts with words in them, whatever a reader's program shows: header, footer, notes, comments, text boxes, hidden sheets. */
const parts = {
  document: /^word\/(?:[^/]+|diagrams\/data\d+)\.xml$/,
  sheet:
    /^xl\/(?:workbook|comments[^/]*|worksheets\/[^/]+|threadedComments\/[^/]+|drawings\/[^/]+|comments\/[^/]+)\.xml$/,
  presentation: /^ppt\/(?:slides|notesSlides|slideMasters|slideLayouts|comments|diagrams)\/[^/]+\.xml$/,
}
/** Documents inside a document, and pieces of another kind that a program joins: nothing reads them. */
const unread = /^(?:word|xl|ppt)\/(?:embeddings\/.|afchunk)/i

/** Text of every part of an Office document but the cells of sheets, the main text first; whole: no part was passed over. */
export async function officeText(
  bytes: Buffer,
  kind: keyof typeof parts,
): Promise<{ text: string; whole: boolean }> {
  const zip = await fromBufferPromise(bytes)
  const found: { name: string; text: string }[] = []
  let left = unpackedLimitBytes
  let whole = true
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry
    if (unread.test(name)) whole = false
    if (!parts[kind].test(name)) continue
    left -= entry.uncompressedSize
    if (left < 0) return { text: joined(found), whole: false }
    const chunks: Buffer[] = []
    // The library stops an entry that grows beyond the size that the directory gives.
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    found.push({ name, text: textOfXml(wordsOf(Buffer.concat(chunks), name)) })
  }
  return { text: joined(found), whole }
}

/** Cells are read elsewhere, with their shared texts. */
const wordsOf = (bytes: Buffer, name: string) => {
  const xml = decoded(bytes)
  return name.startsWith('xl/worksheets/') ? xml.replace(/<sheetData[\s>][\s\S]*<\/sheetData>/, '') : xml
}

/** An Office part is UTF-8 or UTF-16 with its mark. */
function decoded(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const order = (name: string) =>
  name === 'word/document.xml' ? 0 : Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 1)
const joined = (found: { name: string; text: string }[]) =>
  found
    .sort((one, other) => order(one.name) - order(other.name))
    .map(({ text }) => text)
    .filter((text) => text.trim())
    .join('\n')
