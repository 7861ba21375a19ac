import type { Platform } from '#platform'
import { type Day, yearOf } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { builtInTemplate } from './built-in-template.ts'
import { type LetterKind, letterKinds } from './letter-kinds.ts'

/** A letter as lists show it; the words are in the sealed file. */
export type LetterRow = {
  id: number
  kind: LetterKind
  documentNumber: string
  fileId: number
  name: string
  sha256: string
  sizeBytes: number
  shownToApplicant: boolean
  madeAt: Date
  /** The answer that it carries. */
  answerId: number | null
}

export async function listLetters(db: Db | Tx, requestId: number): Promise<LetterRow[]> {
  const rows = await db
    .selectFrom('foi_letters')
    .innerJoin('stored_files', 'stored_files.id', 'foi_letters.file_id')
    .select(['foi_letters.id', 'foi_letters.kind', 'foi_letters.document_number', 'foi_letters.file_id'])
    .select(['foi_letters.shown_to_applicant', 'foi_letters.made_at', 'foi_letters.answer_id'])
    .select(['stored_files.name', 'stored_files.sha256', 'stored_files.size_bytes'])
    .where('foi_letters.request_id', '=', requestId)
    .orderBy('foi_letters.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as LetterKind,
    documentNumber: row.document_number,
    fileId: row.file_id,
    name: row.name,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    shownToApplicant: row.shown_to_applicant,
    madeAt: row.made_at,
    answerId: row.answer_id,
  }))
}

/** 文号 of the year: 〔2026〕3号 after the agency's own mark. The row stays locked, so that none is given twice or lost. */
export async function takeDocumentNumber(tx: Tx, mark: string, on: Day): Promise<string> {
  const year = yearOf(on)
  const { last } = await tx
    .insertInto('foi_letter_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('foi_letter_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${mark}〔${year}〕${last}号`
}

/** The agency's template, or the built-in one. */
export async function templateOf({ files }: Platform, db: Db | Tx, kind: LetterKind): Promise<Buffer> {
  const row = await db
    .selectFrom('foi_letter_templates')
    .select('file_id')
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? bytesOf(files, row.file_id) : builtInTemplate(kind)
}

/** Which kinds the agency edited, and when. */
export async function listTemplates(db: Db): Promise<{ kind: LetterKind; uploadedAt: Date | null }[]> {
  const rows = await db.selectFrom('foi_letter_templates').select(['kind', 'uploaded_at']).execute()
  const edited = new Map(rows.map((row) => [row.kind, row.uploaded_at]))
  return letterKinds.map((kind) => ({ kind, uploadedAt: edited.get(kind) ?? null }))
}

/** A whole stored file. Unit: at most what an upload may have, so that it fits into memory. */
export async function bytesOf(files: Platform['files'], id: number): Promise<Buffer> {
  const { stream } = await files.open({ id })
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
