import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { deliveryInput, otherChannels } from './contract.ts'
import { listLinked, listPoliciesWithout } from './interpretations.ts'
import { linkInterpretation, unlinkInterpretation } from './link-interpretation.ts'
import { listDeliveries, recordDelivery, removeDelivery } from './record-delivery.ts'

const id = z.coerce.number().int().positive()
const params = z.object({ id })

export function deliveryApi(app: App, platform: Platform) {
  const url = '/api/staff/articles/:id/deliveries'
  app.get(url, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    return { items: await listDeliveries(platform, request.params.id) }
  })
  app.put(url, { schema: { params, body: deliveryInput } }, async (request, reply) => {
    await recordDelivery(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
  const one = z.object({ id, channel: z.enum(otherChannels) })
  app.delete(`${url}/:channel`, { schema: { params: one } }, async (request, reply) => {
    await removeDelivery(platform, requireStaff(request), request.params.id, request.params.channel)
    return reply.code(204).send()
  })
}

export function interpretationApi(app: App, platform: Platform) {
  const url = '/api/staff/articles/:id/interpretations'
  app.get('/api/staff/policies-without-interpretation', async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    return { items: await listPoliciesWithout(platform) }
  })
  app.get(url, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    return { items: await listLinked(platform, request.params.id) }
  })
  const body = z.object({ interpretationId: z.number().int().positive() })
  app.post(url, { schema: { params, body } }, async (request, reply) => {
    const link = { policyId: request.params.id, interpretationId: request.body.interpretationId }
    await linkInterpretation(platform, requireStaff(request), link)
    return reply.code(204).send()
  })
  const one = z.object({ id, interpretation: id })
  app.delete(`${url}/:interpretation`, { schema: { params: one } }, async (request, reply) => {
    const link = { policyId: request.params.id, interpretationId: request.params.interpretation }
    await unlinkInterpretation(platform, requireStaff(request), link)
    return reply.code(204).send()
  })
}
