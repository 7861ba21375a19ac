import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import { instantOf } from '#platform/clock'
import type { App } from '#platform/http'
import { listAgenda } from './agenda.ts'
import { agendaQuery, scheduleInput, withdrawalScheduleInput } from './contract.ts'
import { cancelSchedule, cancelWithdrawal, schedulePublishing, scheduleWithdrawal } from './schedule.ts'

const params = z.object({ id: z.coerce.number().int().positive() })

export function scheduleApi(app: App, platform: Platform) {
  app.get('/api/staff/agenda', { schema: { querystring: agendaQuery } }, async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    const { from, to } = request.query
    const items = await listAgenda(platform, instantOf(from), instantOf(to))
    return { items }
  })
  const url = '/api/staff/articles/:id/schedule'
  app.put(url, { schema: { params, body: scheduleInput } }, async (request, reply) => {
    const { publishAt, acceptedWarnings } = request.body
    const at = new Date(publishAt)
    await schedulePublishing(platform, requireStaff(request), request.params.id, at, acceptedWarnings)
    return reply.code(204).send()
  })
  app.delete(url, { schema: { params } }, async (request, reply) => {
    await cancelSchedule(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  const ending = '/api/staff/articles/:id/withdrawal-schedule'
  app.put(ending, { schema: { params, body: withdrawalScheduleInput } }, async (request, reply) => {
    const { withdrawAt, ...input } = request.body
    const at = new Date(withdrawAt)
    await scheduleWithdrawal(platform, requireStaff(request), request.params.id, { ...input, at })
    return reply.code(204).send()
  })
  app.delete(ending, { schema: { params } }, async (request, reply) => {
    await cancelWithdrawal(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
}
