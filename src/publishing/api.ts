import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { exportFormat, sendExport } from '#platform/table'
import {
  articleFilters,
  articleListQuery,
  boundDecisionInput,
  confirmationInput,
  draftInput,
  emergencyInput,
  keptDraftInput,
  newArticleInput,
  publicationInput,
  withdrawalInput,
} from './contract.ts'
import { createArticle } from './create-article.ts'
import { decideStep } from './decide.ts'
import { confirmEmergency, publishInEmergency } from './emergency.ts'
import { exportArticles } from './export-articles.ts'
import { uploadRoutes } from './file-routes.ts'
import { dropDraft, keepDraft } from './kept-draft.ts'
import { previewApi } from './preview-api.ts'
import { publishArticle } from './publish.ts'
import { readArticle } from './read-article.ts'
import { deliveryApi, interpretationApi } from './record-api.ts'
import { getRevision } from './revision-store.ts'
import { saveDraft } from './save-draft.ts'
import { scheduleApi } from './schedule-api.ts'
import { sectionRoutes } from './section-api.ts'
import { settingsApi } from './settings-api.ts'
import { keepEditing, listArticles } from './staff-store.ts'
import { submitArticle } from './submit.ts'
import { withdrawArticle } from './withdraw.ts'

/** Unit: bytes. A long document with tables; pictures travel apart. */
const bodyLimit = 8 * 1024 * 1024
const params = z.object({ id: z.coerce.number().int().positive() })

export function api(app: App, platform: Platform) {
  uploadRoutes(app, platform)
  previewApi(app, platform)
  readRoutes(app, platform)
  writeRoutes(app, platform)
  moveRoutes(app, platform)
  scheduleApi(app, platform)
  settingsApi(app, platform)
  deliveryApi(app, platform)
  interpretationApi(app, platform)
  sectionRoutes(app, platform)
}

function readRoutes(app: App, platform: Platform) {
  app.get('/api/staff/articles', { schema: { querystring: articleListQuery } }, async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.read')
    return listArticles(platform.db, request.query, staff.id)
  })
  app.get(
    '/api/staff/articles/export',
    { schema: { querystring: articleFilters.extend({ format: exportFormat }) } },
    (request, reply) => {
      const { format, ...filters } = request.query
      return sendExport(reply, {
        name: '稿件',
        format,
        ...exportArticles(platform, requireStaff(request), filters),
      })
    },
  )
  app.get('/api/staff/articles/:id', { schema: { params } }, async (request) =>
    readArticle(platform, requireStaff(request), request.params.id),
  )
  app.get('/api/staff/revisions/:id', { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'publishing.read')
    return getRevision(platform.db, request.params.id)
  })
}

function writeRoutes(app: App, platform: Platform) {
  app.post(
    '/api/staff/articles',
    { schema: { body: newArticleInput }, bodyLimit },
    async (request, reply) => {
      const { replayKey, ...content } = request.body
      return reply.code(201).send(await createArticle(platform, requireStaff(request), content, replayKey))
    },
  )
  app.put('/api/staff/articles/:id', { schema: { params, body: draftInput }, bodyLimit }, async (request) =>
    saveDraft(platform, requireStaff(request), request.params.id, request.body),
  )
  const kept = '/api/staff/articles/:id/kept-draft'
  app.put(kept, { schema: { params, body: keptDraftInput }, bodyLimit }, async (request) =>
    keepDraft(platform, requireStaff(request), request.params.id, request.body),
  )
  app.delete(kept, { schema: { params } }, async (request, reply) => {
    await dropDraft(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  app.put('/api/staff/articles/:id/editing', { schema: { params } }, async (request) => {
    const staff = requireStaff(request)
    assertCan(staff, 'publishing.write')
    return { others: await keepEditing(platform.db, request.params.id, staff.id, platform.clock.now()) }
  })
}

/** One noun a move: the statute's verb is the use case. */
function moveRoutes(app: App, platform: Platform) {
  app.post('/api/staff/articles/:id/submission', { schema: { params } }, async (request) =>
    submitArticle(platform, requireStaff(request), request.params.id),
  )
  app.post(
    '/api/staff/articles/:id/decisions',
    { schema: { params, body: boundDecisionInput } },
    async (request) => decideStep(platform, requireStaff(request), request.params.id, request.body),
  )
  app.post(
    '/api/staff/articles/:id/publication',
    { schema: { params, body: publicationInput.nullish() } },
    async (request, reply) => {
      const { acceptedWarnings = [] } = request.body ?? {}
      await publishArticle(platform, requireStaff(request), request.params.id, acceptedWarnings)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/staff/articles/:id/emergency',
    { schema: { params, body: emergencyInput } },
    async (request, reply) => {
      const { reason, acceptedWarnings } = request.body
      await publishInEmergency(platform, requireStaff(request), request.params.id, reason, acceptedWarnings)
      return reply.code(204).send()
    },
  )
  app.put(
    '/api/staff/articles/:id/emergency/confirmation',
    { schema: { params, body: confirmationInput } },
    async (request, reply) => {
      await confirmEmergency(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
  app.post(
    '/api/staff/articles/:id/withdrawal',
    { schema: { params, body: withdrawalInput } },
    async (request, reply) => {
      await withdrawArticle(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
}
