import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { assertCan } from '../permission.ts'
import { chosenFile } from '../release/chosen-file.ts'
import { openForStaff } from '../release/read-file.ts'
import { sendFile } from '../release/send-file.ts'
import { dropTemplate, uploadTemplate } from './edit-template.ts'
import { letterFields } from './letter-fields.ts'
import { letterKinds } from './letter-kinds.ts'
import { listTemplates, templateOf } from './letter-store.ts'
import { letterLimitBytes, makeLetter } from './make-letter.ts'

const id = z.coerce.number().int().positive()
const params = z.object({ id })
/** 'answer': the letter that the approved answer calls for. A letter to others belongs to a consultation. */
const letterInput = z.object({
  kind: z.enum(['answer', ...letterKinds]),
  consultationId: id.nullable().default(null),
})
const base = '/api/staff/foi/requests/:id'

export function documentRoutes(app: App, platform: Platform) {
  letterRoutes(app, platform)
  templateRoutes(app, platform)
}

function letterRoutes(app: App, platform: Platform) {
  app.post(`${base}/letters`, { schema: { params, body: letterInput } }, async (request, reply) => {
    const { kind, consultationId } = request.body
    await makeLetter(platform, requireStaff(request), request.params.id, kind, consultationId)
    return reply.code(204).send()
  })
  const letter = z.object({ id, letterId: id })
  app.get(`${base}/letters/:letterId`, { schema: { params: letter } }, async (request, reply) => {
    const wanted = { letter: request.params.letterId }
    return sendFile(
      platform,
      reply,
      await openForStaff(platform, requireStaff(request), request.params.id, wanted),
    )
  })
}

function templateRoutes(app: App, platform: Platform) {
  const templates = '/api/staff/foi/letter-templates'
  const kind = z.object({ kind: z.enum(letterKinds) })
  app.get(templates, async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    return { items: await listTemplates(platform.db), fields: letterFields }
  })
  app.get(`${templates}/:kind`, { schema: { params: kind } }, async (request, reply) => {
    assertCan(requireStaff(request), 'foi.read')
    const name = encodeURIComponent(`${request.params.kind}.docx`)
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .send(await templateOf(platform, platform.db, request.params.kind))
  })
  app.put(`${templates}/:kind`, { schema: { params: kind } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'foi.approve')
    await uploadTemplate(platform, staff, request.params.kind, await chosenFile(request, letterLimitBytes))
    return reply.code(204).send()
  })
  app.delete(`${templates}/:kind`, { schema: { params: kind } }, async (request, reply) => {
    await dropTemplate(platform, requireStaff(request), request.params.kind)
    return reply.code(204).send()
  })
}
