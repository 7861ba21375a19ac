import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { FileKind } from '#platform/files'
import { bytesOf } from '../documents/letter-store.ts'
import { keepSealed } from '../file-names.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { asPdf } from './as-pdf.ts'
import { type CaseFile, getCaseFile, insertCaseFile, listCaseFiles } from './case-file-store.ts'
import type { RedactionInput } from './contract.ts'
import { isPlainText } from './read-file.ts'
import { redactPdf } from './redact-pdf.ts'
import { readPlainText, redactText } from './redact-text.ts'

/** Unit: bytes. Scanned records are large. */
export const caseFileLimitBytes = 50 * 1024 * 1024
const accept: readonly FileKind[] = [
  'pdf',
  'image',
  'document',
  'spreadsheet',
  'presentation',
  'text',
  'archive',
]
const rules = { accept, limitBytes: caseFileLimitBytes, sealed: true }

/** Keeps a record or a proof with the case, sealed. Throws: Refusal of #platform/files. */
export function keepFile(
  platform: Platform,
  staff: Staff,
  id: number,
  upload: { role: 'record' | 'delivery_proof' | 'other'; note: string; name: string; bytes: Buffer },
): Promise<void> {
  return moveRequest(platform, staff, id, 'keep_file', async (tx) => {
    const file = await keepSealed(platform, tx, upload, rules)
    const { role, note } = upload
    const at = platform.clock.now()
    await insertCaseFile(tx, { requestId: id, fileId: file.id, role, note, staffId: staff.id, at })
    return { kind: 'file_kept', on: platform.clock.today(), detail: { role, sha256: file.sha256 } }
  })
}

/**
 * Covers places of a PDF, a picture or a plain text: a new file without what is beneath joins the case, of a PDF with its remaining text; the record stays as it was.
 * Law: Order 711 art. 37. Throws: Refusal file_not_of_case, redaction_not_pdf, redaction_nothing, redaction_term_missing, redaction_too_long.
 */
export function redactFile(
  platform: Platform,
  staff: Staff,
  id: number,
  caseFileId: number,
  input: RedactionInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'keep_file', async (tx) => {
    const source = await getCaseFile(tx, id, caseFileId)
    const redacted = await coveredForms(platform, source, await nextRedactionName(tx, id), input)
    for (const part of redacted.made) {
      const file = await platform.files.put(tx, part, rules)
      await insertCaseFile(tx, {
        requestId: id,
        fileId: file.id,
        role: 'redacted',
        redactedFromId: source.id,
        reasons: input.reasons,
        staffId: staff.id,
        at: platform.clock.now(),
      })
    }
    const detail = { covered: redacted.covered, pages: redacted.pages, reason: input.reasons.join('；') }
    return { kind: 'file_redacted', on: platform.clock.today(), detail }
  })
}

/** A PDF or a picture becomes a PDF of pictures and its text; a plain text stays one. Throws: see redactFile. */
async function coveredForms(
  { files }: Platform,
  source: CaseFile,
  name: string,
  input: RedactionInput,
): Promise<{ made: { name: string; bytes: Buffer }[]; covered: number; pages: number }> {
  if (isPlainText(source.mediaType)) {
    const redacted = redactText(readPlainText(await bytesOf(files, source.fileId)), input.terms)
    const made = [{ name: `${name}.txt`, bytes: Buffer.from(redacted.text) }]
    return { made, covered: redacted.covered, pages: 1 }
  }
  const pdf = await asPdf(await bytesOf(files, source.fileId), source.mediaType)
  const redacted = await redactPdf(pdf, input)
  const text = redacted.text || '（原件没有文字层）'
  const made = [
    { name: `${name}.pdf`, bytes: redacted.pdf },
    { name: `${name}（文字版）.txt`, bytes: Buffer.from(text) },
  ]
  return { made, covered: redacted.covered, pages: redacted.pages }
}

/** A record is often called after somebody: what goes out takes a name of its own. Law: Order 711 art. 37. */
async function nextRedactionName(tx: Tx, id: number): Promise<string> {
  const numbers = (await listCaseFiles(tx, id))
    .filter(({ role }) => role === 'redacted')
    .map(({ name }) => Number(/^遮盖件(\d+)/.exec(name)?.[1] ?? 0))
  return `遮盖件${Math.max(0, ...numbers) + 1}`
}

/**
 * Whether the file goes out with the answer that is drafted next. Once one waits for approval nothing changes behind the approver:
 * it is recalled first. Law: Order 711 art. 45. Throws: Refusal file_not_of_case, release_after_draft.
 */
export function releaseFile(
  platform: Platform,
  staff: Staff,
  id: number,
  caseFileId: number,
  shown: boolean,
): Promise<void> {
  return moveRequest(platform, staff, id, 'keep_file', async (tx, request) => {
    const file = await getCaseFile(tx, id, caseFileId)
    if (request.status !== 'handling') throw refuse('release_after_draft')
    await tx
      .updateTable('foi_case_files')
      .set({ shown_to_applicant: shown })
      .where('id', '=', file.id)
      .execute()
    const kind = shown ? 'file_released' : 'file_held_back'
    return { kind, on: platform.clock.today(), detail: { sha256: file.sha256 } }
  })
}
