import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import { yearOf } from '#platform/clock'
import type { App } from '#platform/http'
import { listMyAlerts, markSeen } from '../alerts/my-alerts.ts'
import { listAskedAgain } from '../board/asked-again.ts'
import { readBoard } from '../board/board.ts'
import { yearSummary } from '../board/year-summary.ts'
import { retentionInput, valuesInput } from '../contract.ts'
import { assertCan } from '../permission.ts'
import { erasePerson } from '../privacy/erase-person.ts'
import { exportPerson } from '../privacy/export-person.ts'
import { countExpired, listExpired, retentionEndsBefore } from '../privacy/retention.ts'
import { readRetention, setRetention } from '../privacy/retention-period.ts'
import { setValues } from '../uncertain/set-values.ts'
import { listValues } from '../uncertain/value-store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const seen = z.object({ ids: z.array(z.number().int().positive()).max(500) })
const yearQuery = z.object({ year: z.coerce.number().int().min(2008).max(2100).optional() })
const triedQuery = z.object({ years: z.coerce.number().int().min(1).max(100).optional() })
const base = '/api/staff/foi'

/** What lies above a single case: alerts, board, the year, the same thing asked again, and the data that may go. */
export function overviewRoutes(app: App, platform: Platform) {
  app.get(`${base}/alerts`, async (request) => listMyAlerts(platform, requireStaff(request)))
  app.post(`${base}/alerts/seen`, { schema: { body: seen } }, async (request, reply) => {
    await markSeen(platform, requireStaff(request), request.body.ids)
    return reply.code(204).send()
  })
  app.get(`${base}/board`, async (request) => readBoard(platform, requireStaff(request)))
  app.get(`${base}/year`, { schema: { querystring: yearQuery } }, async (request) =>
    yearSummary(platform, requireStaff(request), request.query.year ?? yearOf(platform.clock.today())),
  )
  app.get(`${base}/asked-again`, async (request) => listAskedAgain(platform, requireStaff(request)))
  // With `years` a period is tried that is not the agency's setting.
  app.get(`${base}/retention`, { schema: { querystring: triedQuery } }, async (request) => {
    assertCan(requireStaff(request), 'foi.approve')
    const period = await readRetention(platform.db)
    const years = request.query.years ?? period.years
    const answeredBefore = retentionEndsBefore(platform.clock.today(), years)
    const [items, total] = await Promise.all([
      listExpired(platform.db, answeredBefore),
      countExpired(platform.db, answeredBefore),
    ])
    return { period, years, answeredBefore, total, items }
  })
  app.put(`${base}/retention`, { schema: { body: retentionInput } }, async (request, reply) => {
    await setRetention(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  app.get(`${base}/uncertain-values`, async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    return { items: await listValues(platform.db), today: platform.clock.today() }
  })
  app.put(`${base}/uncertain-values`, { schema: { body: valuesInput } }, async (request, reply) => {
    await setValues(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
  app.post(`${base}/requests/:id/personal-data`, { schema: { params } }, async (request) =>
    exportPerson(platform, requireStaff(request), request.params.id),
  )
  app.delete(`${base}/requests/:id/personal-data`, { schema: { params } }, async (request, reply) => {
    await erasePerson(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
}
