import { record } from '#audit'
import { actorOf, can, type Staff } from '#people'
import type { Platform } from '#platform'
import { findPersonalData, maskKnown } from '#privacy'
import { type Answer, deliveredAnswers } from '../answer-store.ts'
import { isNotice } from '../documents/letter-kinds.ts'
import { bytesOf, listLetters } from '../documents/letter-store.ts'
import { withNames } from '../file-names.ts'
import { knownOfParties } from '../known-of-case.ts'
import { assertCan } from '../permission.ts'
import { refuse } from '../refusals.ts'
import { asPdf } from './as-pdf.ts'
import { type CaseFile, getCaseFile, listCaseFiles } from './case-file-store.ts'
import { openPdf, pagePicture, textRuns } from './pdf-pages.ts'
import { readPlainText } from './redact-text.ts'
import { isReleased } from './released.ts'

/** What the page needs to open a file: its id in the store and how to name it. */
export type Opened = { fileId: number; name: string; mediaType: string }
type Found = Opened & { information: boolean }

/**
 * Opens a letter or a file of a case for staff; the read is on the audit record. Who approves the release opens what is
 * released and what it was made from, and no paper of the applicant. Throws: Refusal not_allowed, file_not_of_case.
 */
export async function openForStaff(
  platform: Platform,
  staff: Staff,
  requestId: number,
  wanted: { letter?: number; file?: number; page?: number },
): Promise<Opened> {
  if (wanted.file === undefined || !can(staff, 'foi.approve')) assertCan(staff, 'foi.read_applicant')
  const found = await findOpened(platform, requestId, wanted)
  if (!found.information) assertCan(staff, 'foi.read_applicant')
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
): Promise<Found> {
  const { db } = platform
  if (wanted.file !== undefined) {
    const file = await getCaseFile(db, requestId, wanted.file)
    const [named = file] = await withNames(platform, db, [file])
    return { ...named, information: isInformation(file) }
  }
  const letter = (await listLetters(db, requestId)).find(({ id }) => id === wanted.letter)
  if (!letter) throw refuse('file_not_of_case')
  const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { ...letter, mediaType, information: false }
}

/** The information asked for, covered or not; a proof of delivery or a paper of the applicant is none. */
export const isInformation = ({ role, shownToApplicant }: Pick<CaseFile, 'role' | 'shownToApplicant'>) =>
  role === 'record' || role === 'redacted' || shownToApplicant

/**
 * What the applicant may download: notices at once; the letter and the files of an answer once it was delivered, and none
 * while the case is handled again. A withdrawal delivers nothing. Law: Order 711 art. 45.
 */
export async function listForApplicant(platform: Platform, requestId: number, answered: boolean) {
  const { db } = platform
  const [delivered, letters, files, parties] = await Promise.all([
    answered ? deliveredAnswers(db, requestId) : ([] as Answer[]),
    listLetters(db, requestId),
    listCaseFiles(db, requestId),
    knownOfParties(platform, db, requestId),
  ])
  const shown = letters.filter(
    (letter) =>
      letter.shownToApplicant &&
      (isNotice(letter.kind) || delivered.some(({ id }) => id === letter.answerId)),
  )
  const given = files.filter(
    (file) => file.shownToApplicant && delivered.some(({ released }) => isReleased(released, file)),
  )
  return {
    letters: shown,
    files: (await withNames(platform, db, given)).map((file) => ({
      ...file,
      name: maskKnown(file.name, parties),
    })),
  }
}

export const isPlainText = (mediaType: string) => mediaType.startsWith('text/')

/** How many pages a record has (a plain text has none, but its words), and what in its text looks like personal data. Throws: Refusal redaction_not_pdf. */
export async function inspectRecord(platform: Platform, staff: Staff, requestId: number, id: number) {
  assertCan(staff, 'foi.read_applicant')
  const { fileId, mediaType } = await openForStaff(platform, staff, requestId, { file: id })
  if (isPlainText(mediaType)) {
    const text = readPlainText(await bytesOf(platform.files, fileId))
    return { pages: 0, terms: termsOf(text), text }
  }
  const pdf = await openPdf(await asPdf(await bytesOf(platform.files, fileId), mediaType))
  const text = (await textRuns(pdf)).map((run) => run.text).join('\n')
  return { pages: pdf.numPages, terms: termsOf(text) }
}

const termsOf = (text: string) => [
  ...new Set(findPersonalData(text).map(({ start, end }) => text.slice(start, end))),
]

/** One page as a picture, to draw areas on; each page read is on the audit record. Throws: Refusal file_not_of_case, redaction_not_pdf. */
export async function readPage(
  platform: Platform,
  staff: Staff,
  requestId: number,
  id: number,
  page: number,
) {
  assertCan(staff, 'foi.read_applicant')
  const { fileId, mediaType } = await openForStaff(platform, staff, requestId, { file: id, page })
  const pdf = await openPdf(await asPdf(await bytesOf(platform.files, fileId), mediaType))
  if (page > pdf.numPages) throw refuse('file_not_of_case')
  return pagePicture(pdf, page, [])
}
