/** Runs in a worker thread: sends the text of one document piece by piece, and at last whether that is all of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { officeText } from './office-text.ts'

export type TextRequest = { mediaType: string; bytes: Uint8Array }
export type TextMessage = string | { whole: boolean }

const { mediaType, bytes } = workerData as TextRequest
const send = (piece: TextMessage) => parentPort?.postMessage(piece)

send({ whole: await read() })

async function read(): Promise<boolean> {
  if (mediaType === 'application/pdf') return (await import('./pdf-text.ts')).readPdf(bytes, send)
  if (mediaType.endsWith('spreadsheetml.sheet')) await readSheets()
  const { text, whole } = await officeText(Buffer.from(bytes), kindOf(mediaType))
  send(text)
  return whole
}

function kindOf(mediaType: string) {
  if (mediaType.endsWith('spreadsheetml.sheet')) return 'sheet'
  return mediaType.endsWith('presentationml.presentation') ? 'presentation' : 'document'
}

async function readSheets() {
  const { default: sheetsOf } = await import('read-excel-file/node')
  for (const { data } of await sheetsOf(Buffer.from(bytes)))
    send(`${data.map((row) => row.map((cell) => String(cell ?? '')).join('\t')).join('\n')}\n`)
}
