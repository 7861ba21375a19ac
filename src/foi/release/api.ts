import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import { type App, readForm } from '#platform/http'
import { maskFileName } from '#privacy'
import { listLetters } from '../documents/letter-store.ts'
import { withNames } from '../file-names.ts'
import { knownOfCase } from '../known-of-case.ts'
import { assertCan } from '../permission.ts'
import { readArchives } from './archive.ts'
import { listCaseFiles } from './case-file-store.ts'
import { fileOf } from './chosen-file.ts'
import {
  publicationInput,
  reassessmentInput,
  redactionInput,
  releaseInput,
  withheldQuery,
} from './contract.ts'
import { caseFileLimitBytes, keepFile, redactFile, releaseFile } from './keep-file.ts'
import { publishReleased } from './publish-released.ts'
import { inspectRecord, openForStaff, readPage } from './read-file.ts'
import { listWithheld, reassess } from './reassess.ts'
import { sendFile } from './send-file.ts'

const id = z.coerce.number().int().positive()
const params = z.object({ id })
const fileParams = z.object({ id, fileId: id })
const base = '/api/staff/foi/requests/:id'

/** Files of a case, redaction, and what follows a release. */
export function releaseRoutes(app: App, platform: Platform) {
  fileRoutes(app, platform)
  redactionRoutes(app, platform)
  followUpRoutes(app, platform)
}

function fileRoutes(app: App, platform: Platform) {
  app.get(`${base}/documents`, { schema: { params } }, async (request) => {
    assertCan(requireStaff(request), 'foi.read')
    const [letters, files, known] = await Promise.all([
      listLetters(platform.db, request.params.id),
      listCaseFiles(platform.db, request.params.id),
      knownOfCase(platform, platform.db, request.params.id),
    ])
    const named = await withNames(platform, platform.db, files)
    return { letters, files: named.map((file) => ({ ...file, name: maskFileName(file.name, ...known) })) }
  })
  const role = z.enum(['record', 'delivery_proof', 'other'])
  app.post(`${base}/files`, { schema: { params } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'foi.handle')
    const form = await readForm(request, { files: 1, limitBytes: caseFileLimitBytes })
    const kept = z
      .object({ role: role.catch('record'), note: z.string().max(500).catch('') })
      .parse(form.fields)
    await keepFile(platform, staff, request.params.id, { ...kept, ...fileOf(form.files[0]) })
    return reply.code(204).send()
  })
  app.get(`${base}/files/:fileId`, { schema: { params: fileParams } }, async (request, reply) => {
    const wanted = { file: request.params.fileId }
    return sendFile(
      platform,
      reply,
      await openForStaff(platform, requireStaff(request), request.params.id, wanted),
    )
  })
  app.put(
    `${base}/files/:fileId/release`,
    { schema: { params: fileParams, body: releaseInput } },
    async (request, reply) => {
      const { id: requestId, fileId } = request.params
      await releaseFile(platform, requireStaff(request), requestId, fileId, request.body.shown)
      return reply.code(204).send()
    },
  )
}

function redactionRoutes(app: App, platform: Platform) {
  app.get(`${base}/files/:fileId/inspection`, { schema: { params: fileParams } }, async (request) =>
    inspectRecord(platform, requireStaff(request), request.params.id, request.params.fileId),
  )
  const page = fileParams.extend({ page: id })
  app.get(`${base}/files/:fileId/pages/:page`, { schema: { params: page } }, async (request, reply) => {
    const { id: requestId, fileId, page: number } = request.params
    const picture = await readPage(platform, requireStaff(request), requestId, fileId, number)
    return reply.type('image/jpeg').header('cache-control', 'no-store').send(picture)
  })
  app.post(
    `${base}/files/:fileId/redaction`,
    { schema: { params: fileParams, body: redactionInput } },
    async (request, reply) => {
      const { id: requestId, fileId } = request.params
      await redactFile(platform, requireStaff(request), requestId, fileId, request.body)
      return reply.code(204).send()
    },
  )
}

function followUpRoutes(app: App, platform: Platform) {
  app.post(`${base}/publication`, { schema: { params, body: publicationInput } }, async (request, reply) =>
    reply
      .code(201)
      .send(await publishReleased(platform, requireStaff(request), request.params.id, request.body)),
  )
  app.post(
    `${base}/reassessments`,
    { schema: { params, body: reassessmentInput } },
    async (request, reply) => {
      await reassess(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
  app.get(`${base}/archives`, { schema: { params } }, async (request) => ({
    items: await readArchives(platform, requireStaff(request), request.params.id),
  }))
  app.get('/api/staff/foi/withheld', { schema: { querystring: withheldQuery } }, async (request) =>
    listWithheld(platform, requireStaff(request), request.query),
  )
}
