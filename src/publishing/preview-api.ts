import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { previewInput } from './contract.ts'
import { createPreviewLink, listPreviewLinks, revokePreviewLink } from './preview-link.ts'

const id = z.coerce.number().int().positive()
const params = z.object({ id })

export function previewApi(app: App, platform: Platform) {
  const url = '/api/staff/articles/:id/previews'
  app.get(url, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    return { items: await listPreviewLinks(platform, request.params.id) }
  })
  app.post(url, { schema: { params, body: previewInput } }, async (request, reply) => {
    const { days } = request.body
    return reply
      .code(201)
      .send(await createPreviewLink(platform, requireStaff(request), request.params.id, days))
  })
  const one = z.object({ id, link: id })
  app.delete(`${url}/:link`, { schema: { params: one } }, async (request, reply) => {
    await revokePreviewLink(platform, requireStaff(request), request.params.id, request.params.link)
    return reply.code(204).send()
  })
}
