import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { findPersonalData, maskKnown } from '#privacy'
import { bytesOf, listLetters } from '../documents/letter-store.ts'
import { withNames } from '../file-names.ts'
import { knownOfParties } from '../known-of-case.ts'
import { assertCan } from '../permission.ts'
import { refuse } from '../refusals.ts'
import { getCaseFile, listCaseFiles } from './case-file-store.ts'
import { openPdf, pagePicture, textRuns } from './pdf-pages.ts'

/** What the page needs to open a file: its id in the store and how to name it. */
export type Opened = { fileId: number; name: string; mediaType: string }

/** Opens a letter or a file of a case for staff; the read is on the audit record. Throws: Refusal not_allowed, file_not_of_case. */
export async function openForStaff(
  platform: Platform,
  staff: Staff,
  requestId: number,
  wanted: { letter?: number; file?: number; page?: number },
): Promise<Opened> {
  assertCan(staff, 'foi.read_applicant')
  const found = await findOpened(platform, requestId, wanted)
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'foi_request', id: requestId }
    const detail = { fileId: found.fileId, ...(wanted.page === undefined ? {} : { page: wanted.page }) }
    record(tx, { actor: actorOf(staff), action: 'foi.read_file', subject, detail })
  })
  return found
}

async function findOpened(
  platform: Platform,
  requestId: number,
  wanted: { letter?: number; file?: number },
): Promise<Opened> {
  const { db } = platform
  if (wanted.file !== undefined) {
    const file = await getCaseFile(db, requestId, wanted.file)
    return (await withNames(platform, db, [file]))[0] ?? file
  }
  const letter = (await listLetters(db, requestId)).find(({ id }) => id === wanted.letter)
  if (!letter) throw refuse('file_not_of_case')
  return { ...letter, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
}

/** Letters at once, records once the case is answered: what the applicant may download. */
export async function listForApplicant(platform: Platform, requestId: number, answered: boolean) {
  const { db } = platform
  const [letters, files, parties] = await Promise.all([
    listLetters(db, requestId),
    listCaseFiles(db, requestId),
    knownOfParties(platform, db, requestId),
  ])
  const shown = letters.filter(
    (letter) =>
      letter.shownToApplicant && (answered || letter.kind.endsWith('_notice') || letter.kind === 'receipt'),
  )
  return {
    letters: shown,
    files: answered
      ? (await withNames(platform, db, files))
          .filter((file) => file.shownToApplicant)
          .map((file) => ({ ...file, name: maskKnown(file.name, parties) }))
      : [],
  }
}

/** How many pages a record has, and what in its text looks like personal data. Throws: Refusal redaction_not_pdf. */
export async function inspectRecord(platform: Platform, staff: Staff, requestId: number, id: number) {
  const { fileId } = await openForStaff(platform, staff, requestId, { file: id })
  const pdf = await openPdf(await bytesOf(platform.files, fileId))
  const text = (await textRuns(pdf)).map((run) => run.text).join('\n')
  const terms = [...new Set(findPersonalData(text).map(({ start, end }) => text.slice(start, end)))]
  return { pages: pdf.numPages, terms }
}

/** One page as a picture, to draw areas on; each page read is on the audit record. Throws: Refusal file_not_of_case, redaction_not_pdf. */
export async function readPage(
  platform: Platform,
  staff: Staff,
  requestId: number,
  id: number,
  page: number,
) {
  const { fileId } = await openForStaff(platform, staff, requestId, { file: id, page })
  const pdf = await openPdf(await bytesOf(platform.files, fileId))
  if (page > pdf.numPages) throw refuse('file_not_of_case')
  return pagePicture(pdf, page, [])
}
