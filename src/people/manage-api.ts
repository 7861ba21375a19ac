import { z } from 'zod'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { exportFormat, sendExport, sortInput } from '#platform/table'
import {
  actorOf,
  departmentInput,
  newStaff,
  rolesInput,
  signInRulesInput,
  staffListQuery,
} from './contract.ts'
import { createStaff } from './create-staff.ts'
import { changeDepartment, createDepartment, listDepartments } from './departments.ts'
import { removeSecondFactor } from './enrol-second-factor.ts'
import { unbindIdentity } from './identity.ts'
import { eachStaff, listStaff } from './list-staff.ts'
import { resetPassword, setActive, setDepartment, setRoles, unlock } from './manage-staff.ts'
import { assertCan, assertManagesPeople } from './permissions.ts'
import { permitChange } from './permit-change.ts'
import { requireStaff } from './session.ts'
import { changeSignInRules, readSignInRules } from './sign-in-settings.ts'
import { staffColumns } from './staff-export.ts'

const base = '/api/staff/staff'
const params = z.object({ id: z.coerce.number().int().positive() })

/** Accounts are the system administrator's, roles and second factors the security administrator's. */
export function manageRoutes(app: App, platform: Platform) {
  listRoutes(app, platform)
  accountRoutes(app, platform)
  securityRoutes(app, platform)
  departmentRoutes(app, platform)
}

function listRoutes(app: App, { db, clock }: Platform) {
  const page = { sort: sortInput(['id', 'name', 'username'], 'id'), after: z.string().max(300).optional() }
  app.get(base, { schema: { querystring: staffListQuery.extend(page) } }, async (request) => {
    assertManagesPeople(requireStaff(request))
    const { sort, after, ...query } = request.query
    return listStaff(db, query, clock.now(), { sort, after })
  })
  const file = { format: exportFormat, sort: z.string().optional() }
  app.get(
    `${base}/export`,
    { schema: { querystring: staffListQuery.extend(file) } },
    async (request, reply) => {
      assertManagesPeople(requireStaff(request))
      const { format, sort: _sort, ...query } = request.query
      const table = { name: `人员账号-${clock.today()}`, format, columns: staffColumns }
      return sendExport(reply, { ...table, rows: eachStaff(db, query, clock.now()) })
    },
  )
}

function accountRoutes(app: App, platform: Platform) {
  app.post(base, { schema: { body: newStaff } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'people.manage_staff')
    if (request.body.roles.length) assertCan(staff, 'people.manage_roles')
    const made = await platform.inTransaction((tx) => createStaff(tx, actorOf(staff), request.body))
    return reply.code(201).send(made)
  })
  app.post(`${base}/:id/password`, { schema: { params } }, async (request) =>
    resetPassword(platform, requireStaff(request), request.params.id),
  )
  app.post(`${base}/:id/unlocking`, { schema: { params } }, async (request, reply) => {
    await unlock(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  const department = z.object({ departmentId: z.number().int().positive().nullable() })
  app.put(`${base}/:id/department`, { schema: { params, body: department } }, async (request, reply) => {
    await setDepartment(platform, requireStaff(request), request.params.id, request.body.departmentId)
    return reply.code(204).send()
  })
  const active = z.object({ active: z.boolean() })
  app.put(`${base}/:id/active`, { schema: { params, body: active } }, async (request, reply) => {
    await setActive(platform, requireStaff(request), request.params.id, request.body.active)
    return reply.code(204).send()
  })
}

function securityRoutes(app: App, platform: Platform) {
  app.put(`${base}/:id/roles`, { schema: { params, body: rolesInput } }, async (request, reply) => {
    await setRoles(platform, requireStaff(request), request.params.id, request.body.roles)
    return reply.code(204).send()
  })
  app.delete(`${base}/:id/second-factor`, { schema: { params } }, async (request, reply) => {
    await removeSecondFactor(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  app.put(`${base}/:id/permitted-change`, { schema: { params } }, async (request, reply) => {
    await permitChange(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  app.delete(`${base}/:id/identity`, { schema: { params } }, async (request, reply) => {
    await unbindIdentity(platform, requireStaff(request), request.params.id)
    return reply.code(204).send()
  })
  const rules = '/api/staff/sign-in-rules'
  app.get(rules, async (request) => {
    assertCan(requireStaff(request), 'people.manage_roles')
    return readSignInRules(platform.db)
  })
  app.put(rules, { schema: { body: signInRulesInput } }, async (request, reply) => {
    await changeSignInRules(platform, requireStaff(request), request.body)
    return reply.code(204).send()
  })
}

/** Every member of staff sees the departments: forms let them choose one. */
function departmentRoutes(app: App, platform: Platform) {
  const departments = '/api/staff/departments'
  app.get(departments, async (request) => {
    requireStaff(request)
    return { items: await listDepartments(platform.db) }
  })
  app.post(departments, { schema: { body: departmentInput } }, async (request, reply) =>
    reply.code(201).send(await createDepartment(platform, requireStaff(request), request.body)),
  )
  app.put(`${departments}/:id`, { schema: { params, body: departmentInput } }, async (request, reply) => {
    await changeDepartment(platform, requireStaff(request), request.params.id, request.body)
    return reply.code(204).send()
  })
}
