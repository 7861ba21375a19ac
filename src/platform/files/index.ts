import type { Readable } from 'node:stream'
import type { Tx } from '#platform/db'
import type { Received } from './receive.ts'
import type { FileText } from './text/text-of.ts'

export { fileStore } from './file-store.ts'
export { assertSafeToOpen } from './inspect/assert-safe-to-open.ts'
export { type Received, receive, receivingFolder } from './receive.ts'
export { type Storage, storageOf } from './storage/index.ts'
export { sweepFilesJob } from './sweep-files.ts'
export type { FileText } from './text/text-of.ts'

/** A stored file; its bytes lie under their SHA-256. Unit: bytes. */
export type StoredFile = {
  id: number
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  /** Of the file as it was sent; differs from `sha256` when a public picture lost its metadata. */
  originalSha256: string
}

/** Small files come as bytes, big ones through `receive`. */
export type Upload = { name: string } & ({ bytes: Buffer } | { received: Received })

export type Files = {
  /** Takes an upload to disk before the transaction begins; `discard` it afterwards in any case. Throws: Refusal file_too_large. */
  receive(stream: Readable, limitBytes: number): Promise<Received>
  /**
   * Keeps a file: finds the real type, checks it against the name and `accept`, refuses more than `limitBytes` and what grows
   * when it is opened. `sealed` encrypts it at rest (personal data); a public picture loses its metadata.
   * Throws: Refusal file_empty, file_too_large, file_name_refused, file_type_refused, file_type_mismatch, file_damaged,
   * file_expands, archive_path_refused, picture_too_large, storage_away.
   */
  put(tx: Tx, upload: Upload, rules: FileRules): Promise<StoredFile>
  /** Forgets a file; its bytes go unless another row has the same. Throws: Refusal file_gone. */
  remove(tx: Tx, file: { id: number }): Promise<void>
  /** A stream of the file or of a part (inclusive, in bytes). Throws: Refusal file_gone, storage_away. */
  open(
    file: { id: number },
    range?: { from: number; to: number },
  ): Promise<{ file: StoredFile; stream: Readable }>
  /** Text of PDF, DOCX, XLSX, PPTX, TXT, CSV with all their parts; '' for other kinds. */
  textOf(file: { id: number }, tx?: Tx): Promise<FileText>
}

export type FileRules = {
  accept: readonly FileKind[]
  limitBytes: number
  sealed?: boolean
  /** A sealed picture loses its metadata, too: somebody may get it who is not its sender. */
  withoutMetadata?: boolean
}
export type FileKind =
  | 'image'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'document'
  | 'spreadsheet'
  | 'presentation'
  | 'text'
  | 'archive'
