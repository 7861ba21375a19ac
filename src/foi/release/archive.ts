import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform, Verification } from '#platform'
import type { Db, Tx } from '#platform/db'
import { bytesOf } from '../documents/letter-store.ts'
import { assertCan } from '../permission.ts'
import { erasedFiles } from '../privacy/erased-files.ts'
import type { DisclosureRequest } from '../request.ts'
import { getRequest } from '../store.ts'
import { hashOf, type Manifest, manifestOf } from './manifest.ts'

/** Writes the list and its hash; an archive made later stands beside the earlier one. `staffId` null: the program made it. */
export async function keepManifest(
  platform: Platform,
  tx: Tx,
  request: DisclosureRequest,
  staffId: number | null,
) {
  const manifest = await withErasedFiles(tx, request.id, await manifestOf(tx, request))
  const [sha256, made_at] = [hashOf(manifest), platform.clock.now()]
  await tx
    .insertInto('foi_archives')
    .values({ request_id: request.id, manifest: JSON.stringify(manifest), sha256, made_by: staffId, made_at })
    .execute()
  return { sha256, files: manifest.files.length }
}

/** A file that was erased stays on later lists, by its hash. Law: PIPL art. 47. */
async function withErasedFiles(tx: Tx, requestId: number, manifest: Manifest): Promise<Manifest> {
  const [before] = await listArchives(tx, requestId)
  if (!before) return manifest
  const erased = (await erasedFiles(tx, [requestId])).get(requestId)
  const listed = new Set(manifest.files.map(({ fileId }) => fileId))
  const gone = before.manifest.files.filter(({ fileId }) => erased?.has(fileId) && !listed.has(fileId))
  return { ...manifest, files: [...gone, ...manifest.files] }
}

/** What happens to a case after it was archived (any move, a remedy and its result, an erasure) is on a later list. */
export async function keepLaterManifest(
  platform: Platform,
  tx: Tx,
  requestId: number,
  staffId: number | null,
) {
  const request = await getRequest(tx, requestId)
  if (request.status === 'archived') await keepManifest(platform, tx, request, staffId)
}

/** The lists of a case, the latest first; a file whose personal data was erased since is marked. Throws: Refusal not_allowed. */
export async function readArchives({ db }: Platform, staff: Staff, requestId: number) {
  assertCan(staff, 'foi.read')
  const rows = await listArchives(db, requestId)
  const erased = (await erasedFiles(db, [requestId])).get(requestId) ?? new Set()
  return rows.map(({ manifest, ...row }) => ({
    ...row,
    manifest: {
      ...manifest,
      files: manifest.files.map((file) => ({ ...file, erased: erased.has(file.fileId) })),
    },
  }))
}

async function listArchives(db: Db | Tx, requestId: number) {
  const rows = await db
    .selectFrom('foi_archives')
    .select(['id', 'manifest', 'sha256', 'made_at as madeAt'])
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, manifest: row.manifest as unknown as Manifest }))
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
      .select(['id', 'request_id', 'manifest', 'sha256'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(200)
      .execute()
    const erased = await erasedFiles(
      platform.db,
      rows.map((row) => row.request_id),
    )
    for (const row of rows) {
      const manifest = row.manifest as unknown as Manifest
      if (hashOf(manifest) !== row.sha256) return `archive of ${manifest.number}: its list was changed`
      const wrong = await findFileFault(platform, manifest, erased.get(row.request_id))
      if (wrong) return `archive of ${manifest.number}: ${wrong}`
    }
    const last = rows.at(-1)
    if (!last) return undefined
    after = last.id
  }
}

/** A file that was erased when its period had passed is no fault; its hash stays on the list. Law: PIPL art. 47. */
async function findFileFault(
  { files }: Platform,
  manifest: Manifest,
  erased: ReadonlySet<number> | undefined,
): Promise<string | undefined> {
  for (const { fileId, sha256 } of manifest.files) {
    const bytes = await bytesOf(files, fileId).catch(() => undefined)
    if (!bytes && erased?.has(fileId)) continue
    if (!bytes) return `file ${fileId} is gone`
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return `file ${fileId} was changed`
  }
  return undefined
}
