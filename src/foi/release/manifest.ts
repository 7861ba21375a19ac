import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { Tx } from '#platform/db'
import { maskFileName } from '#privacy'
import { listConsultations } from '../consultations/consultation-store.ts'
import { listLetters } from '../documents/letter-store.ts'
import { listEvents } from '../events.ts'
import { fileKindLabels } from '../labels.ts'
import type { DisclosureRequest } from '../request.ts'
import { type CaseFileRole, listCaseFiles } from './case-file-store.ts'

type Listed = { fileId: number; what: string; name: string; sha256: string; sizeBytes: number }
/** The complete list of a case; it names no person, so that it may outlive the personal data. Law: Order 711 art. 45 (归档). Unit: bytes. */
export type Manifest = {
  number: string
  receivedOn: string | null
  answeredOn: string | null
  outcome: string | null
  events: { kind: string; on: string }[]
  answers: { outcome: string; contentHash: string; approved: boolean }[]
  consultations: {
    kind: string
    sentOn: string
    deliveredOn: string | null
    closedOn: string | null
    opinion: string | null
    overrideToldOn: string | null
  }[]
  remedies: { kind: string; filedOn: string; result: string | null; decidedOn: string | null }[]
  /** Absent on lists of before 2026-11-25. */
  reassessments?: { on: string; result: string; nextOn: string | null }[]
  publications?: { articleId: number }[]
  files: Listed[]
}

export async function manifestOf(tx: Tx, request: DisclosureRequest): Promise<Manifest> {
  const { id, number, receivedOn, answeredOn, outcome } = request
  const [events, consultations] = [await listEvents(tx, [id]), await listConsultations(tx, [id])]
  return {
    number,
    receivedOn,
    answeredOn,
    outcome,
    events: events.map(({ kind, on }) => ({ kind, on })),
    answers: await answersOf(tx, id),
    consultations: consultations.map(({ kind, sentOn, deliveredOn, closedOn, opinion, overrideToldOn }) => ({
      kind,
      sentOn,
      deliveredOn,
      closedOn,
      opinion,
      overrideToldOn,
    })),
    remedies: await remediesOf(tx, id),
    reassessments: await reassessmentsOf(tx, id),
    publications: await publicationsOf(tx, id),
    files: await filesOf(tx, id),
  }
}

/** Everything of a case that lies in the file store: what came in, what was worked on, what went out. */
export async function filesOf(tx: Tx, requestId: number): Promise<Listed[]> {
  const [received, letters, files] = await Promise.all([
    receivedFiles(tx, requestId),
    listLetters(tx, requestId),
    listCaseFiles(tx, requestId),
  ])
  return [
    ...received,
    ...letters.map((letter) => listed(letter, `${letter.kind} ${letter.documentNumber}`, letter.name)),
    ...files.map((file) => listed(file, file.role, personal.has(file.role) ? '' : maskFileName(file.name))),
  ]
}

/** What the agency adds besides the information asked for may name the applicant, also in the name of the file. */
const personal = new Set<CaseFileRole>(['delivery_proof', 'other'])

async function receivedFiles(tx: Tx, requestId: number): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('foi_files')
    .innerJoin('stored_files', 'stored_files.id', 'foi_files.file_id')
    .select(['foi_files.kind', 'file_id as fileId', 'name', 'sha256', 'size_bytes as sizeBytes'])
    .where('request_id', '=', requestId)
    .orderBy('foi_files.id')
    .execute()
  return rows.map((row) => {
    const label = fileKindLabels[row.kind as keyof typeof fileKindLabels]
    return listed(row, row.kind, `${label}${extname(row.name)}`)
  })
}

function listed(file: Omit<Listed, 'what' | 'name'>, what: string, name: string): Listed {
  const { fileId, sha256, sizeBytes } = file
  return { fileId, what, name, sha256, sizeBytes }
}

async function answersOf(tx: Tx, requestId: number): Promise<Manifest['answers']> {
  const rows = await tx
    .selectFrom('foi_answers')
    .select(['outcome', 'content_hash as contentHash', 'approved_at', 'recalled_at'])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()
  return rows.map(({ outcome, contentHash, approved_at, recalled_at }) => ({
    outcome,
    contentHash,
    approved: approved_at !== null && recalled_at === null,
  }))
}

const remediesOf = (tx: Tx, requestId: number): Promise<Manifest['remedies']> =>
  tx
    .selectFrom('foi_remedies')
    .select(['kind', 'filed_on as filedOn', 'result', 'decided_on as decidedOn'])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()

const reassessmentsOf = (tx: Tx, requestId: number) =>
  tx
    .selectFrom('foi_reassessments')
    .select(['on_day as on', 'result', 'next_on as nextOn'])
    .where('request_id', '=', requestId)
    .orderBy('id')
    .execute()

const publicationsOf = (tx: Tx, requestId: number) =>
  tx
    .selectFrom('foi_publications')
    .select('article_id as articleId')
    .where('request_id', '=', requestId)
    .orderBy('article_id')
    .execute()

/** Keys in one order, because jsonb keeps them in its own. */
export function hashOf(manifest: Manifest): string {
  const sorted = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(manifest, sorted)).digest('hex')
}
