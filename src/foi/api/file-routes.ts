import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import { type App, readForm } from '#platform/http'
import { addCaseFile, caseFileLimitBytes, openCaseFile } from '../case-files.ts'
import { fileKinds } from '../contract.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const fileParams = params.extend({ file: z.coerce.number().int().positive() })
const fields = z.object({ kind: z.enum(fileKinds).catch('application') })

export function fileRoutes(app: App, platform: Platform, base: string) {
  app.post(`${base}/:id/materials`, { schema: { params } }, async (request, reply) => {
    const staff = requireStaff(request)
    const posted = await readForm(request, { files: 1, limitBytes: caseFileLimitBytes })
    const { kind } = fields.parse(posted.fields)
    await addCaseFile(platform, staff, request.params.id, kind, posted.files[0])
    return reply.code(204).send()
  })
  app.get(`${base}/:id/materials/:file`, { schema: { params: fileParams } }, async (request, reply) => {
    const { id, file } = request.params
    const opened = await openCaseFile(platform, requireStaff(request), id, file)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.name)}`)
      .type(opened.mediaType)
      .send(opened.stream)
  })
}
