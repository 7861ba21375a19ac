import { z } from 'zod'
import { record } from '#audit'
import { actorOf, assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { FileKind } from '#platform/files'
import type { App } from '#platform/http'
import { byteRange } from './byte-range.ts'
import { findPublicFile } from './file-store.ts'

/** Unit: bytes. Video of an interview fits; a whole archive does not. */
export const uploadLimitBytes = 100 * 1024 * 1024
const accept: readonly FileKind[] = [
  'image',
  'video',
  'audio',
  'pdf',
  'document',
  'spreadsheet',
  'presentation',
  'text',
  'archive',
]

/** Upload by staff: the row, the audit entry and the bytes, or none of them. */
export function uploadRoutes(app: App, platform: Platform) {
  app.post('/api/staff/files', { bodyLimit: uploadLimitBytes + 1024 * 1024 }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.write')
    const part = await request.file({ limits: { fileSize: uploadLimitBytes } })
    if (!part) throw refuse('invalid_input', { file: '请选择文件。' })
    const bytes = await part.toBuffer()
    const kept = await platform.inTransaction(async (tx) => {
      const file = await platform.files.put(
        tx,
        { name: part.filename, bytes },
        { accept, limitBytes: uploadLimitBytes },
      )
      const detail = { sha256: file.sha256, sizeBytes: file.sizeBytes }
      record(tx, {
        actor: actorOf(staff),
        action: 'publishing.upload',
        subject: { kind: 'file', id: file.id },
        detail,
      })
      return file
    })
    return reply.code(201).send(kept)
  })
}

const shownInline = /^(?:image\/|video\/|audio\/|application\/pdf$)/

/** Download by everybody: only what a public item carries. One part of a file at a time (RFC 9110 section 14). */
export function downloadRoute(app: App, platform: Platform) {
  const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
  app.get('/files/:id', { schema: { params } }, async (request, reply) => {
    const found = await findPublicFile(platform.db, request.params.id)
    if (!found) throw refuse('not_found')
    const etag = `"${found.sha256.slice(0, 32)}"`
    const way = shownInline.test(found.mediaType) ? 'inline' : 'attachment'
    reply
      .header('etag', etag)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'public, max-age=300')
      .header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .type(found.mediaType)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const range = byteRange(request.headers.range, found.sizeBytes)
    if (range === 'unsatisfiable')
      return reply.code(416).header('content-range', `bytes */${found.sizeBytes}`).send()
    const { stream } = await platform.files.open({ id: found.id }, range)
    if (range) reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${found.sizeBytes}`)
    return reply.send(stream)
  })
}
