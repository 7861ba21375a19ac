import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { departmentInput, functionsInput, leaderInput, portraitLimitBytes } from './contract.ts'
import { saveDepartment, saveFunctions } from './save-department.ts'
import { saveLeader, savePortrait } from './save-leader.ts'
import { findFunctions, listDepartments, listLeaders } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive() })

/** #publishing, which comes before, has registered the reader of multipart bodies. */
export function api(app: App, platform: Platform) {
  app.get('/api/staff/leaders', async (request) => {
    assertCan(requireStaff(request), 'organisation.manage')
    return { items: await listLeaders(platform.db, 'all') }
  })
  app.post('/api/staff/leaders', { schema: { body: leaderInput } }, async (request, reply) =>
    reply.code(201).send(await saveLeader(platform, requireStaff(request), request.body)),
  )
  app.put('/api/staff/leaders/:id', { schema: { params, body: leaderInput } }, async (request) =>
    saveLeader(platform, requireStaff(request), request.body, request.params.id),
  )
  const portrait = { bodyLimit: portraitLimitBytes + 64 * 1024, schema: { params } }
  app.post('/api/staff/leaders/:id/portrait', portrait, async (request, reply) => {
    const staff = requireStaff(request)
    const part = await request.file()
    if (!part) throw refuse('invalid_input', { file: '请选择照片。' })
    const upload = { name: part.filename, bytes: await part.toBuffer() }
    await savePortrait(platform, staff, request.params.id, upload)
    return reply.code(204).send()
  })
  departmentRoutes(app, platform)
}

function departmentRoutes(app: App, platform: Platform) {
  app.get('/api/staff/department-profiles', async (request) => {
    assertCan(requireStaff(request), 'organisation.manage')
    const [items, functions] = await Promise.all([
      listDepartments(platform.db, 'all'),
      findFunctions(platform.db),
    ])
    return { items, functions: functions ?? { basis: '', body: '' } }
  })
  app.put(
    '/api/staff/department-profiles/:id',
    { schema: { params, body: departmentInput } },
    async (request, reply) => {
      await saveDepartment(platform, requireStaff(request), request.params.id, request.body)
      return reply.code(204).send()
    },
  )
  app.put('/api/staff/agency-functions', { schema: { body: functionsInput } }, async (request, reply) => {
    await saveFunctions(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
}
