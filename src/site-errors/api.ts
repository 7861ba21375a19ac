import { z } from 'zod'
import { assertCan, can, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { answerInput, forwardInput } from './contract.ts'
import { answerError, forwardError, readOriginal } from './handle-error.ts'
import { listForStaff } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const listed = 200

export function api(app: App, platform: Platform) {
  app.get('/api/staff/site-errors', async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'site_errors.handle')
    const today = platform.clock.today()
    const rows = await listForStaff(platform.db, listed)
    const departments = await platform.db
      .selectFrom('departments')
      .select(['id', 'name'])
      .where('active', '=', true)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const items = rows.map((row) => ({
      ...row,
      overdue: row.status !== 'answered' && row.answer_due_on !== null && row.answer_due_on < today,
      abilities: { handle: row.status !== 'answered' && can(staff, 'site_errors.handle') },
    }))
    return { items, departments }
  })
  app.get('/api/staff/site-errors/:id/original', { schema: { params } }, async (request) =>
    readOriginal(platform, requireStaff(request), request.params.id),
  )
  app.post(
    '/api/staff/site-errors/:id/forwarding',
    { schema: { params, body: forwardInput } },
    async (request, reply) => {
      await forwardError(platform, requireStaff(request), request.params.id, request.body.departmentId)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/staff/site-errors/:id/answer',
    { schema: { params, body: answerInput } },
    async (request, reply) => {
      await answerError(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
}
