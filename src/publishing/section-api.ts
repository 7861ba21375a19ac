import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { sectionEnd, sectionGroupInput, sectionInput, sectionOrder, termInput } from './contract.ts'
import { endSection } from './end-section.ts'
import { makeStandardSections } from './make-standard-sections.ts'
import { listGroups, saveGroup } from './manage-groups.ts'
import { listAllSections, listSectionOwners, saveSection } from './manage-sections.ts'
import { listTerms, removeTerm, saveTerm } from './manage-terms.ts'
import { orderSections } from './order-sections.ts'

const params = z.object({ id: z.coerce.number().int().positive() })

export function sectionRoutes(app: App, platform: Platform) {
  app.get('/api/staff/sections', async (request) => {
    requireStaff(request)
    return { items: await listAllSections(platform) }
  })
  app.get('/api/staff/section-owners', async (request) => {
    requireStaff(request)
    return { items: await listSectionOwners(platform) }
  })
  app.post('/api/staff/sections', { schema: { body: sectionInput } }, async (request, reply) =>
    reply.code(201).send(await saveSection(platform, requireStaff(request), request.body)),
  )
  app.post('/api/staff/standard-sections', async (request, reply) =>
    reply.code(201).send(await makeStandardSections(platform, requireStaff(request))),
  )
  app.put('/api/staff/sections/:id', { schema: { params, body: sectionInput } }, async (request) =>
    saveSection(platform, requireStaff(request), request.body, request.params.id),
  )
  app.post(
    '/api/staff/sections/:id/end',
    { schema: { params, body: sectionEnd } },
    async (request, reply) => {
      await endSection(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
  app.put('/api/staff/section-order', { schema: { body: sectionOrder } }, async (request, reply) => {
    await orderSections(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  groupRoutes(app, platform)
  termRoutes(app, platform)
}

function groupRoutes(app: App, platform: Platform) {
  app.get('/api/staff/section-groups', async (request) => {
    requireStaff(request)
    return { items: await listGroups(platform) }
  })
  const group = z.object({ key: z.string().regex(/^[a-z][a-z0-9_-]{0,49}$/) })
  app.put(
    '/api/staff/section-groups/:key',
    { schema: { params: group, body: sectionGroupInput } },
    async (request, reply) => {
      await saveGroup(platform, requireStaff(request), request.params.key, request.body)
      return reply.code(204).send()
    },
  )
}

function termRoutes(app: App, platform: Platform) {
  app.get('/api/staff/terms', async (request) => {
    requireStaff(request)
    return { items: await listTerms(platform) }
  })
  app.put('/api/staff/terms', { schema: { body: termInput } }, async (request, reply) => {
    await saveTerm(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  const term = z.object({ term: z.string().min(1).max(500) })
  app.delete('/api/staff/terms/:term', { schema: { params: term } }, async (request, reply) => {
    await removeTerm(platform, requireStaff(request), request.params.term)
    return reply.code(204).send()
  })
}
