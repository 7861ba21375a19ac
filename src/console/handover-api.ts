import { z } from 'zod'
import { assertCan, type OpenWork, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'

const params = z.object({ id: z.coerce.number().int().positive() })

/** What a person leaves behind when their account is closed; shown before, so that nothing is forgotten. */
export const handoverApi = (sources: readonly OpenWork[]) => (app: App, platform: Platform) => {
  app.get('/api/staff/staff/:id/handover', { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'people.manage_staff')
    const groups = await Promise.all(
      sources.map(async ({ label, list }) => ({ label, items: await list(platform.db, request.params.id) })),
    )
    return { groups: groups.filter(({ items }) => items.length > 0) }
  })
}
