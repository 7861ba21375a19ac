import { describe, expect, inject, it } from 'vitest'
import { fixedClock } from '#platform/clock'
import { createDb, createPool, migrate } from '#platform/db'
import { allowedRoles } from '../../test/allowed-roles.ts'
import { testPlatform } from '../../test/platform.ts'
import { execute, withDatabase } from '../../test/postgres.ts'
import { signedIn, testAccount, testPassword } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtCase } from '../foi/builders.ts'
import { administratorRoles } from './administrator-roles.ts'
import { codeAt } from './second-factor.ts'
import { readSignInRules } from './sign-in-settings.ts'

const platform = await testPlatform({ now: '2026-03-02T09:00:00+08:00' })
const app = await createApp(platform)
const system = await signedIn(app, platform, 'system_administrator')
const security = await signedIn(app, platform, 'security_administrator')
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const as = (who: { headers: { cookie: string } }) => (method: Method, path: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${path}`, headers: who.headers, ...(payload ? { payload } : {}) })
const bySystem = as(system)
const bySecurity = as(security)
const signIn = (username: string) =>
  app.inject({ method: 'POST', url: '/api/staff/session', payload: { username, password: testPassword } })

describe('departments', () => {
  const made = async (code: string, more: object = {}) =>
    (await bySystem('POST', '/departments', { code, name: `处室${code}`, ...more })).json().id as number

  it('are made, renamed, ordered, and keep who supervises them', async () => {
    const supervisor = await testAccount(platform, ['supervisor'])
    const [second, first] = [await made('second', { position: 2 }), await made('first', { position: 1 })]
    expect((await bySystem('POST', '/departments', { code: 'first', name: '又一个' })).json().code).toBe(
      'department_code_taken',
    )
    const renamed = { code: 'second', name: '综合处', position: 0, supervisorId: supervisor.id }
    expect((await bySystem('PUT', `/departments/${second}`, renamed)).statusCode).toBe(204)
    const { items } = (await bySystem('GET', '/departments')).json()
    expect(
      items.map((item: { name: string; supervisor: string | null }) => [item.name, item.supervisor]),
    ).toEqual([
      ['综合处', supervisor.name],
      ['处室first', null],
    ])
    expect((await bySystem('PUT', `/departments/${first}`, renamed)).json().code).toBe(
      'department_code_taken',
    )
    expect((await bySystem('PUT', '/departments/9999', renamed)).statusCode).toBe(404)
  })

  it('are retired only when nobody is in them, and nobody comes into a retired one', async () => {
    const id = await made('retiring')
    const person = await testAccount(platform, [])
    const move = (departmentId: number | null) =>
      bySystem('PUT', `/staff/${person.id}/department`, { departmentId })
    const retire = () =>
      bySystem('PUT', `/departments/${id}`, { code: 'retiring', name: '旧处', active: false })
    expect((await move(id)).statusCode).toBe(204)
    expect((await retire()).json().code).toBe('department_in_use')
    await move(null)
    expect((await retire()).statusCode).toBe(204)
    expect((await move(id)).json().code).toBe('department_retired')
  })
})

describe('accounts', () => {
  it('are found by name, department, role and state, and listed in a file without secrets', async () => {
    const person = await testAccount(platform, ['hotline_agent'])
    const found = async (query: string) =>
      (await bySystem('GET', `/staff?${query}`)).json().items.map(({ id }: { id: number }) => id)
    expect(await found(`text=${encodeURIComponent(person.name)}`)).toContain(person.id)
    expect(await found('role=hotline_agent')).toEqual([person.id])
    expect(await found('state=locked')).toEqual([])
    const names = (await bySystem('GET', '/staff?sort=-name'))
      .json()
      .items.map((i: { name: string }) => i.name)
    expect(names.length).toBeGreaterThan(3)
    const { body } = await bySystem('GET', '/staff/export?role=hotline_agent')
    expect(body).toContain(`${person.username},${person.name},,热线坐席,是,否`)
    expect(body).not.toContain('argon2')
  })

  it('a lock is lifted before its time', async () => {
    const { id, username } = await testAccount(platform, [])
    for (let wrong = 1; wrong <= 5; wrong++)
      await app.inject({
        method: 'POST',
        url: '/api/staff/session',
        payload: { username, password: 'wrong' },
      })
    expect((await signIn(username)).json().code).toBe('account_locked')
    expect((await bySystem('POST', `/staff/${id}/unlocking`)).statusCode).toBe(204)
    expect((await signIn(username)).statusCode).toBe(201)
  })

  it('nobody closes their own; what is left behind is named before', async () => {
    const off = (id: number) => bySystem('PUT', `/staff/${id}/active`, { active: false })
    expect((await off(system.staff.id)).json().code).toBe('own_account')
    const officer = await testAccount(platform, ['foi_officer'])
    const { id, number } = await builtCase(platform, officer, '2026-02-27')
    await platform.db
      .updateTable('foi_requests')
      .set({ handler_id: officer.id })
      .where('id', '=', id)
      .execute()
    const { groups } = (await bySystem('GET', `/staff/${officer.id}/handover`)).json()
    expect(groups).toEqual([{ label: '公开申请', items: [{ id, text: number, href: `/requests/${id}` }] }])
    expect((await off(officer.id)).statusCode).toBe(204)
    expect((await signIn(officer.username)).statusCode).toBe(401)
  })
})

describe('second factor', () => {
  async function enrol(person: { headers: { cookie: string } }) {
    const by = as(person)
    const { address, picture } = (await by('POST', '/me/second-factor', { password: testPassword })).json()
    expect(picture).toMatch(/^data:image\/png;base64,/)
    const secret = new URL(address).searchParams.get('secret') ?? ''
    return by('PUT', '/me/second-factor', { code: codeAt(secret, platform.clock.now()) })
  }

  it('one in use stays while another is being set up', async () => {
    const person = await signedIn(app, platform, 'author')
    await enrol(person)
    await as(person)('POST', '/me/second-factor', { password: testPassword })
    expect((await signIn(person.staff.username)).json().code).toBe('second_factor_needed')
  })

  it('a chosen role works only with one: first enrolment, then everything else', async () => {
    await bySecurity('PUT', '/sign-in-rules', { secondFactorRoles: ['statistician'] })
    const person = await signedIn(app, platform, 'statistician')
    const by = as(person)
    expect((await by('GET', '/me')).json()).toMatchObject({ mustEnrolSecondFactor: true })
    expect((await by('GET', '/departments')).json().code).toBe('second_factor_enrolment_needed')
    expect((await by('GET', '/me/profile')).json()).toMatchObject({ secondFactor: false })
    expect((await enrol(person)).statusCode).toBe(200)
    expect((await by('GET', '/departments')).statusCode).toBe(200)
    expect((await by('GET', '/me/profile')).json()).toMatchObject({
      secondFactor: true,
      recoveryCodesLeft: 10,
    })
  })

  it('is reset by the security administrator only; a new password leaves it as it is', async () => {
    const person = await signedIn(app, platform, 'author')
    await enrol(person)
    const { id, username } = person.staff
    const { firstPassword } = (await bySystem('POST', `/staff/${id}/password`)).json()
    const withFirst = () =>
      app.inject({
        method: 'POST',
        url: '/api/staff/session',
        payload: { username, password: firstPassword },
      })
    expect((await withFirst()).json().code).toBe('second_factor_needed')
    expect((await bySystem('DELETE', `/staff/${id}/second-factor`)).json().code).toBe('not_allowed')
    expect((await bySecurity('DELETE', `/staff/${id}/second-factor`)).statusCode).toBe(204)
    expect((await withFirst()).statusCode).toBe(201)
  })
})

describe('an administrator’s account takes two', () => {
  const code = async (answer: Promise<{ statusCode: number; body: string }>) => {
    const { statusCode, body } = await answer
    return statusCode < 300 ? 'done' : JSON.parse(body).code
  }
  const reset = (id: number) => code(bySystem('POST', `/staff/${id}/password`))
  const set = (id: number, active: boolean) => code(bySystem('PUT', `/staff/${id}/active`, { active }))
  const permit = (id: number, by = bySecurity) => code(by('PUT', `/staff/${id}/permitted-change`))

  it.each(['system_administrator', 'security_administrator', 'audit_administrator'] as const)(
    '%s: neither password nor account change on the system administrator’s word alone',
    async (role) => {
      const { id, username } = await testAccount(platform, [role])
      expect([await reset(id), await set(id, false)]).toEqual(Array(2).fill('administrator_needs_two'))
      expect((await signIn(username)).statusCode).toBe(201)
      expect(await permit(id)).toBe('done')
      expect(await reset(id)).toBe('done')
      expect((await signIn(username)).json().code).toBe('sign_in_failed')
      expect(await reset(id)).toBe('administrator_needs_two')
      expect([await permit(id), await set(id, false)]).toEqual(['done', 'done'])
      expect(await set(id, true)).toBe('administrator_needs_two')
    },
  )

  it('the permission is another’s to give, ends after a day, and concerns nobody else', async () => {
    const other = await signedIn(app, platform, 'security_administrator')
    expect(await permit(security.staff.id)).toBe('own_permission')
    expect(await permit(security.staff.id, bySystem)).toBe('not_allowed')
    expect(await permit(security.staff.id, as(other))).toBe('done')
    const { items } = (await bySystem('GET', '/staff?role=security_administrator')).json()
    const permitted = items.filter((row: { changePermitted: boolean }) => row.changePermitted)
    expect(permitted.map(({ id }: { id: number }) => id)).toEqual([security.staff.id])
    const nextDay = await createApp({ ...platform, clock: fixedClock('2026-03-03T09:00:00+08:00') })
    const system2 = await testAccount(platform, ['system_administrator'])
    const payload = { username: system2.username, password: testPassword }
    const { cookies } = await nextDay.inject({ method: 'POST', url: '/api/staff/session', payload })
    const headers = { cookie: `${cookies[0]?.name}=${cookies[0]?.value}` }
    const url = `/api/staff/staff/${security.staff.id}/password`
    expect(await code(nextDay.inject({ method: 'POST', url, headers }))).toBe('administrator_needs_two')
  })

  it('a role taken and an account reset are still two people’s acts', async () => {
    const { id } = await testAccount(platform, ['audit_administrator'])
    expect(await code(bySecurity('PUT', `/staff/${id}/roles`, { roles: [] }))).toBe('done')
    expect(await reset(id)).toBe('done')
  })
})

it('a new installation asks its administrators for a second factor; one with staff keeps its choice', async () => {
  const server = inject('postgresUrl')
  const name = `fresh_${process.pid}_${Date.now()}`
  await execute(server, `create database ${name}`)
  const fresh = withDatabase(server, name)
  await migrate(fresh)
  const db = createDb(createPool(fresh, 1))
  const rules = await readSignInRules(db).finally(() => db.destroy())
  await execute(server, `drop database ${name} with (force)`)
  expect(rules.secondFactorRoles).toEqual([...administratorRoles])
})

it('one sees where one is signed in and ends the other sessions; each answer tells when the session ends', async () => {
  const person = await signedIn(app, platform, 'author')
  await signIn(person.staff.username)
  const by = as(person)
  const sessions = async () => (await by('GET', '/me/profile')).json().sessions
  expect((await sessions()).map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true])
  const ended = await by('DELETE', '/me/sessions')
  expect(ended.headers['x-session-ends-in']).toBe('1800')
  expect(await sessions()).toHaveLength(1)
})

it('who may do what with accounts', async () => {
  const allowed = await allowedRoles(app, platform)
  const both = ['system_administrator', 'security_administrator']
  expect(await allowed({ method: 'GET', url: '/api/staff/departments' })).toHaveLength(11) // the statistician must enrol
  for (const url of ['/staff', '/staff/export'])
    expect(await allowed({ method: 'GET', url: `/api/staff${url}` })).toEqual(both)
  const department = { code: 'never', name: '新处' }
  const calls: [Method, string, object?][] = [
    ['POST', '/departments', department],
    ['PUT', '/departments/9999', department],
    ['POST', '/staff/9999/password'],
    ['POST', '/staff/9999/unlocking'],
    ['PUT', '/staff/9999/department', { departmentId: null }],
    ['PUT', '/staff/9999/active', { active: false }],
    ['GET', '/staff/9999/handover'],
  ]
  for (const [method, path, payload] of calls)
    expect([
      path,
      await allowed({ method, url: `/api/staff${path}`, ...(payload ? { payload } : {}) }),
    ]).toEqual([path, ['system_administrator']])
  const guarded: [Method, string, object?][] = [
    ['PUT', '/staff/9999/roles', { roles: [] }],
    ['DELETE', '/staff/9999/second-factor'],
    ['PUT', '/staff/9999/permitted-change'],
    ['DELETE', '/staff/9999/identity'],
    ['GET', '/sign-in-rules'],
    ['PUT', '/sign-in-rules', { secondFactorRoles: ['statistician'] }],
  ]
  for (const [method, path, payload] of guarded)
    expect([
      path,
      await allowed({ method, url: `/api/staff${path}`, ...(payload ? { payload } : {}) }),
    ]).toEqual([path, ['security_administrator']])
})
