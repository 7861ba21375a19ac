import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { findPublicFile, findUpload } from './file-store.ts'
import { importDocument } from './import-document.ts'
import { sendFile } from './send-file.ts'
import { uploadFile, uploadLimitBytes } from './upload-file.ts'

const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
/** Unit: bytes around the file in a form. */
const bodyLimit = uploadLimitBytes + 1024 * 1024

/** Uploads by staff, and the look at them while writing. */
export function uploadRoutes(app: App, platform: Platform) {
  app.post('/api/staff/files', { bodyLimit }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.write')
    return reply.code(201).send(await uploadFile(platform, staff, await sentFile(request)))
  })
  app.post('/api/staff/documents', { bodyLimit }, async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.write')
    return importDocument(platform, staff, await sentFile(request))
  })
  app.get('/api/staff/files/:id', { schema: { params } }, async (request, reply) => {
    assertCan(requireStaff(request), 'publishing.read')
    const file = await findUpload(platform.db, request.params.id)
    return sendFile(platform, request, reply, file, 'private, max-age=300')
  })
}

async function sentFile(request: FastifyRequest) {
  const part = await request.file({ limits: { fileSize: uploadLimitBytes } })
  if (!part) throw refuse('invalid_input', { file: '请选择文件。' })
  return { name: part.filename, bytes: await part.toBuffer() }
}

/** Download by everybody: only what a public item carries. */
export function downloadRoute(app: App, platform: Platform) {
  app.get('/files/:id', { schema: { params } }, async (request, reply) => {
    const file = await findPublicFile(platform.db, request.params.id)
    return sendFile(platform, request, reply, file, 'public, max-age=300')
  })
}
