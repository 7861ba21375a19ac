import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { findPublicFile, findUpload } from './file-store.ts'
import { documentLimitBytes, importDocument } from './import-document.ts'
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
    const part = await sentFile(request, uploadLimitBytes)
    const received = await platform.files.receive(part.file, uploadLimitBytes)
    try {
      return reply.code(201).send(await uploadFile(platform, staff, { name: part.filename, received }))
    } finally {
      await received.discard()
    }
  })
  app.post('/api/staff/documents', { bodyLimit }, async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.write')
    const part = await sentFile(request, documentLimitBytes)
    return importDocument(platform, staff, { name: part.filename, bytes: await part.toBuffer() })
  })
  app.get('/api/staff/files/:id', { schema: { params } }, async (request, reply) => {
    assertCan(requireStaff(request), 'publishing.read')
    const file = await findUpload(platform.db, request.params.id)
    return sendFile(platform, request, reply, file, 'private, max-age=300')
  })
}

async function sentFile(request: FastifyRequest, fileSize: number) {
  const part = await request.file({ limits: { fileSize } })
  if (!part) throw refuse('invalid_input', { file: '请选择文件。' })
  return part
}

/** Download by everybody: only what a public item carries. */
export function downloadRoute(app: App, platform: Platform) {
  app.get('/files/:id', { schema: { params } }, async (request, reply) => {
    const file = await findPublicFile(platform.db, request.params.id)
    return sendFile(platform, request, reply, file, 'public, max-age=300')
  })
}
