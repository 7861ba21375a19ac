/** Runs in a worker thread: sends the text of one document piece by piece. */
import { parentPort, workerData } from 'node:worker_threads'

export type TextRequest = { mediaType: string; bytes: Uint8Array }

/** The statutes of a whole code fit; what is longer is not read to the end. */
const mostPages = 2_000

const { mediaType, bytes } = workerData as TextRequest
const send = (piece: string) => parentPort?.postMessage(piece)

if (mediaType === 'application/pdf') await readPdf()
else if (mediaType.endsWith('wordprocessingml.document')) await readDocument()
else await readSheets()

async function readPdf() {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(bytes)
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    send(`${items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')}\n`)
    page.cleanup()
  }
}

async function readDocument() {
  const { default: mammoth } = await import('mammoth')
  send((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)
}

async function readSheets() {
  const { default: sheetsOf } = await import('read-excel-file/node')
  for (const { data } of await sheetsOf(Buffer.from(bytes)))
    send(`${data.map((row) => row.map((cell) => String(cell ?? '')).join('\t')).join('\n')}\n`)
}
