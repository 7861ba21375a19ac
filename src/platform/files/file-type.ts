import { extname } from 'node:path'
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type'
import { type Content, streamOf } from './content.ts'
import type { FileKind } from './index.ts'
import { refuse } from './refusals.ts'

type Known = { kind: FileKind; mediaType: string; signed: boolean }
const office = 'application/vnd.openxmlformats-officedocument'
const known = (kind: FileKind, mediaType: string, signed = true): Known => ({ kind, mediaType, signed })

/** What an agency publishes, by file ending. Unsigned: text without a signature of its own. */
const types: Record<string, Known> = {
  pdf: known('pdf', 'application/pdf'),
  docx: known('document', `${office}.wordprocessingml.document`),
  xlsx: known('spreadsheet', `${office}.spreadsheetml.sheet`),
  pptx: known('presentation', `${office}.presentationml.presentation`),
  doc: known('document', 'application/msword'),
  xls: known('spreadsheet', 'application/vnd.ms-excel'),
  jpg: known('image', 'image/jpeg'),
  jpeg: known('image', 'image/jpeg'),
  png: known('image', 'image/png'),
  gif: known('image', 'image/gif'),
  webp: known('image', 'image/webp'),
  mp4: known('video', 'video/mp4'),
  mp3: known('audio', 'audio/mpeg'),
  zip: known('archive', 'application/zip'),
  txt: known('text', 'text/plain; charset=utf-8', false),
  csv: known('text', 'text/csv; charset=utf-8', false),
}
/** A compound file does not say which of the old Office kinds it is. */
const compound = new Set(['doc', 'xls'])

/**
 * What the bytes are, whatever the name says. Throws: Refusal file_name_refused, file_type_refused, file_type_mismatch.
 */
export async function typeOf(name: string, content: Content, accept: readonly FileKind[]): Promise<Known> {
  const plain = name.normalize('NFC').trim()
  if (!plain || plain.length > 150 || /[\p{Cc}/\\<>:"|?*]/u.test(plain) || plain.startsWith('.'))
    throw refuse('file_name_refused')
  const ending = extname(plain).slice(1).toLowerCase()
  const type = types[ending]
  if (!type || !accept.includes(type.kind)) throw refuse('file_type_refused')
  const sniffed = (await sniff(content))?.ext
  if (type.signed ? !isNamed(ending, sniffed) : sniffed !== undefined || !(await isText(content)))
    throw refuse('file_type_mismatch')
  return type
}

const sniff = (content: Content) =>
  'bytes' in content ? fileTypeFromBuffer(content.bytes) : fileTypeFromFile(content.path)

function isNamed(ending: string, sniffed: string | undefined): boolean {
  if (compound.has(ending)) return sniffed === 'cfb'
  return sniffed === (ending === 'jpeg' ? 'jpg' : ending)
}

/** Valid UTF-8 without control signs. */
async function isText(content: Content): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isClean = (text: string) => !/[^\P{Cc}\t\r\n]/u.test(text)
  try {
    for await (const chunk of streamOf(content))
      if (!isClean(decoder.decode(chunk, { stream: true }))) return false
    return isClean(decoder.decode())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error
    return false
  }
}
