import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { publishingSettings, reviewStepsInput, subjectCategoriesInput } from './contract.ts'
import { saveReviewSteps } from './manage-review-steps.ts'
import { listSubjectCategories, saveSettings, saveSubjectCategories } from './manage-settings.ts'
import { readSettings } from './settings.ts'
import { listReviewSteps } from './store.ts'

export function settingsApi(app: App, platform: Platform) {
  app.get('/api/staff/publishing-settings', async (request) => {
    assertCan(requireStaff(request), 'settings.manage')
    return readSettings(platform.db)
  })
  app.put(
    '/api/staff/publishing-settings',
    { schema: { body: publishingSettings } },
    async (request, reply) => {
      await saveSettings(platform, requireStaff(request), request.body)
      return reply.code(204).send()
    },
  )
  app.get('/api/staff/review-steps', async (request) => {
    requireStaff(request)
    return { items: await listReviewSteps(platform.db) }
  })
  app.put('/api/staff/review-steps', { schema: { body: reviewStepsInput } }, async (request, reply) => {
    await saveReviewSteps(platform, requireStaff(request), request.body.steps)
    return reply.code(204).send()
  })
  app.get('/api/staff/subject-categories', async (request) => {
    requireStaff(request)
    return { items: await listSubjectCategories(platform) }
  })
  app.put(
    '/api/staff/subject-categories',
    { schema: { body: subjectCategoriesInput } },
    async (request, reply) => {
      await saveSubjectCategories(platform, requireStaff(request), request.body.names)
      return reply.code(204).send()
    },
  )
}
