import type { Readable } from 'node:stream'
import type { Tx } from '#platform/db'

export { fileFolder } from './file-folder.ts'
export { fileStore } from './file-store.ts'
export { localFolder } from './local-folder.ts'

/** A stored file; its bytes lie under their SHA-256. Unit: bytes. */
export type StoredFile = { id: number; name: string; mediaType: string; sizeBytes: number; sha256: string }

export type Files = {
  /**
   * Keeps a file: sniffs the real type, checks it against the name and `accept`, refuses more than `limitBytes`.
   * `sealed` encrypts it at rest (personal data). Throws: Refusal file_empty, file_too_large, file_name_refused, file_type_refused, file_type_mismatch.
   */
  put(tx: Tx, upload: { name: string; bytes: Buffer }, rules: FileRules): Promise<StoredFile>
  /** Throws: Refusal file_gone. `range` is inclusive, in bytes. */
  open(
    file: { id: number },
    range?: { from: number; to: number },
  ): Promise<{ file: StoredFile; stream: Readable }>
  /** Text of PDF, DOCX, XLSX, TXT, CSV; '' for other kinds. */
  textOf(file: { id: number }, tx?: Tx): Promise<string>
}

export type FileRules = { accept: readonly FileKind[]; limitBytes: number; sealed?: boolean }
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
