import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { readAgency } from './agency.ts'
import { markRoutes } from './agency-marks.ts'
import { changeAgency } from './change-agency.ts'
import { agencyInput } from './contract.ts'

const base = '/api/staff/agency'

/** Every member of staff sees whose console it is; `settings.manage` changes it. */
export function api(app: App, platform: Platform) {
  app.get(base, async (request) => {
    requireStaff(request)
    return { settings: await readAgency(platform.db) }
  })
  app.put(base, { schema: { body: agencyInput } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'settings.manage')
    await changeAgency(platform, staff, request.body)
    return reply.code(204).send()
  })
  markRoutes(app, platform)
}
