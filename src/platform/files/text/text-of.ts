import { Worker } from 'node:worker_threads'
import { atMost } from './at-most.ts'
import type { TextMessage, TextRequest } from './read-text.ts'

/** Unit: characters. */
const mostCharacters = 500_000
const limits = { milliseconds: 20_000, megabytes: 512, bytes: 64 * 1024 * 1024 }
/** Two at a time: reading documents must leave a processor to readers. */
const turn = atMost(2)

/** `whole`: nothing of the document's text is missing. A reading that broke off, a scanned page or a file inside a file leave it false. */
export type FileText = { text: string; whole: boolean }

/**
 * Text of a file for checks and search; '' where there is none or it cannot be read. A worker thread of bounded time and memory reads it,
 * so that a document of thousands of pages neither stalls nor ends the server: what was read until then counts.
 */
export async function textOfBytes(
  mediaType: string,
  bytes: Buffer,
  given: Partial<typeof limits> = {},
): Promise<FileText> {
  if (mediaType.startsWith('text/')) return plainText(bytes)
  const { milliseconds, megabytes, bytes: mostBytes } = { ...limits, ...given }
  if (!isReadable(mediaType) || bytes.length > mostBytes) return { text: '', whole: false }
  return turn(() => readInWorker({ mediaType, bytes: new Uint8Array(bytes) }, milliseconds, megabytes))
}

function readInWorker(request: TextRequest, milliseconds: number, megabytes: number): Promise<FileText> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read-text.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // The libraries' warnings quote documents, and stdout belongs to data.
      stdout: true,
      stderr: true,
    })
    let text = ''
    let whole = false
    const end = () => void worker.terminate()
    const patience = setTimeout(end, milliseconds)
    worker.on('message', (piece: TextMessage) => {
      if (typeof piece !== 'string') whole = piece.whole
      else text += piece
      if (text.length > mostCharacters) end()
    })
    // A damaged document, or one that needs too much memory, is still a file that may be published.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      clearTimeout(patience)
      resolve(bounded(text, whole))
    })
  })
}

const isReadable = (mediaType: string) =>
  mediaType === 'application/pdf' ||
  /(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)$/.test(mediaType)

/** Signs that are no UTF-8 are not read right. */
function plainText(bytes: Buffer): FileText {
  const text = bytes.toString('utf8')
  return bounded(text, !text.includes('\uFFFD'))
}

const bounded = (text: string, whole: boolean): FileText => ({
  text: text.slice(0, mostCharacters),
  whole: whole && text.length <= mostCharacters,
})
