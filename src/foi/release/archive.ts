import { createHash } from 'node:crypto'
import type { Platform, Verification } from '#platform'
import type { Tx } from '#platform/db'
import { bytesOf, listLetters } from '../documents/letter-store.ts'
import { listEvents } from '../events.ts'
import type { DisclosureRequest } from '../request.ts'
import { listCaseFiles } from './case-file-store.ts'

type Listed = { fileId: number; what: string; name: string; sha256: string; sizeBytes: number }
/** The complete list of a case. Law: Order 711 art. 45 (归档). Unit: bytes. */
export type Manifest = {
  number: string
  receivedOn: string | null
  answeredOn: string | null
  outcome: string | null
  events: { kind: string; on: string }[]
  answers: { outcome: string; contentHash: string; approved: boolean }[]
  files: Listed[]
}

/** Writes the list and its hash; an archive made later stands beside the earlier one. */
export async function keepManifest(platform: Platform, tx: Tx, request: DisclosureRequest, staffId: number) {
  const manifest = await manifestOf(tx, request)
  const [sha256, made_at] = [hashOf(manifest), platform.clock.now()]
  await tx
    .insertInto('foi_archives')
    .values({ request_id: request.id, manifest: JSON.stringify(manifest), sha256, made_by: staffId, made_at })
    .execute()
  return { sha256, files: manifest.files.length }
}

async function manifestOf(tx: Tx, request: DisclosureRequest): Promise<Manifest> {
  const [events, letters, files, answers] = await Promise.all([
    listEvents(tx, [request.id]),
    listLetters(tx, request.id),
    listCaseFiles(tx, request.id),
    tx
      .selectFrom('foi_answers')
      .select(['outcome', 'content_hash', 'approved_at'])
      .where('request_id', '=', request.id)
      .orderBy('id')
      .execute(),
  ])
  const listed = ({ fileId, name, sha256, sizeBytes }: Omit<Listed, 'what'>, what: string): Listed => ({
    fileId,
    what,
    name,
    sha256,
    sizeBytes,
  })
  return {
    number: request.number,
    receivedOn: request.receivedOn,
    answeredOn: request.answeredOn,
    outcome: request.outcome,
    events: events.map(({ kind, on }) => ({ kind, on })),
    answers: answers.map((row) => ({
      outcome: row.outcome,
      contentHash: row.content_hash,
      approved: row.approved_at !== null,
    })),
    files: [
      ...letters.map((letter) => listed(letter, `${letter.kind} ${letter.documentNumber}`)),
      ...files.map((file) => listed(file, file.role)),
    ],
  }
}

/** Keys in one order, because jsonb keeps them in its own. */
function hashOf(manifest: Manifest): string {
  const sorted = (_key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(manifest, sorted)).digest('hex')
}

/** Every archived case still has its list unchanged, and every listed file its bytes. */
export const archiveVerification: Verification = {
  name: 'archived disclosure requests',
  run: findArchiveFault,
}

async function findArchiveFault(platform: Platform): Promise<string | undefined> {
  let after = 0
  for (;;) {
    const rows = await platform.db
      .selectFrom('foi_archives')
      .select(['id', 'manifest', 'sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(200)
      .execute()
    for (const row of rows) {
      const manifest = row.manifest as unknown as Manifest
      if (hashOf(manifest) !== row.sha256) return `archive of ${manifest.number}: its list was changed`
      const wrong = await findFileFault(platform, manifest)
      if (wrong) return `archive of ${manifest.number}: ${wrong}`
    }
    const last = rows.at(-1)
    if (!last) return undefined
    after = last.id
  }
}

async function findFileFault({ files }: Platform, manifest: Manifest): Promise<string | undefined> {
  for (const { fileId, sha256 } of manifest.files) {
    const bytes = await bytesOf(files, fileId).catch(() => undefined)
    if (!bytes) return `file ${fileId} is gone`
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return `file ${fileId} was changed`
  }
  return undefined
}
