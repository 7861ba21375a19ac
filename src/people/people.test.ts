import { describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn, testAccount, testPassword } from '../../test/sign-in.ts'
import { codeAt } from './second-factor.ts'

const platform = await testPlatform({ now: '2026-03-02T09:00:00+08:00' })
const app = await createApp(platform)

const signIn = (username: string, password: string, code?: string, on = app) =>
  on.inject({ method: 'POST', url: '/api/staff/session', payload: { username, password, code } })
const appAt = (at: string) => createApp({ ...platform, clock: fixedClock(at) } as Platform)

describe('sign-in', () => {
  it('opens a session that the browser keeps from scripts and other sites, and that ends', async () => {
    const { headers } = await signedIn(app, platform, 'author')
    const me = await app.inject({ url: '/api/staff/me', headers })
    expect(me.json()).toMatchObject({ roles: ['author'], mustChangePassword: false })
    expect(me.json().can).toContain('publishing.write')
    expect((await app.inject({ method: 'DELETE', url: '/api/staff/session', headers })).statusCode).toBe(204)
    expect((await app.inject({ url: '/api/staff/me', headers })).json().code).toBe('not_signed_in')
  })

  it('signing out ends this session only, and is in the audit log', async () => {
    const here = await signedIn(app, platform, 'author')
    const elsewhere = await signIn(here.staff.username, testPassword)
    const cookie = `${elsewhere.cookies[0]?.name}=${elsewhere.cookies[0]?.value}`
    await app.inject({ method: 'DELETE', url: '/api/staff/session', headers: here.headers })
    expect((await app.inject({ url: '/api/staff/me', headers: here.headers })).statusCode).toBe(401)
    expect((await app.inject({ url: '/api/staff/me', headers: { cookie } })).statusCode).toBe(200)
    const entries = await platform.db
      .selectFrom('audit_entries')
      .select('subject_id')
      .where('action', '=', 'people.sign_out')
      .where('subject_id', '=', String(here.staff.id))
      .execute()
    expect(entries).toHaveLength(1)
  })

  it('says the same of an unknown name and of a wrong password', async () => {
    const staff = await testAccount(platform, [])
    const unknown = await signIn('nobody', testPassword)
    const wrong = await signIn(staff.username, 'wrong')
    expect(unknown.json().code).toBe('sign_in_failed')
    expect({ ...unknown.json(), requestId: '' }).toEqual({ ...wrong.json(), requestId: '' })
  })

  it('locks after five wrong passwords, even for the right one, and opens again later', async () => {
    const { username } = await testAccount(platform, [])
    const codes = []
    for (let wrong = 1; wrong <= 5; wrong++) codes.push((await signIn(username, 'wrong')).json().code)
    expect(codes).toEqual([...Array(4).fill('sign_in_failed'), 'account_locked'])
    expect((await signIn(username, testPassword)).json().code).toBe('account_locked')
    const later = await appAt('2026-03-02T09:15:00+08:00')
    expect((await signIn(username, testPassword, undefined, later)).statusCode).toBe(201)
  })

  it('ends an idle session', async () => {
    const { headers } = await signedIn(app, platform, 'author')
    const later = await appAt('2026-03-02T09:30:00+08:00')
    expect((await later.inject({ url: '/api/staff/me', headers })).statusCode).toBe(401)
  })

  it('keeps no token and no password in the database', async () => {
    const { headers } = await signedIn(app, platform)
    const sessions = await platform.db.selectFrom('staff_sessions').select('token_hash').execute()
    expect(sessions.map((s) => s.token_hash)).not.toContain(headers.cookie.split('=')[1])
    const stored = await platform.db.selectFrom('staff_credentials').select('password_hash').execute()
    for (const { password_hash } of stored) expect(password_hash).toMatch(/^\$argon2id\$/)
  })
})

it('lets nobody work before the first password is changed; changing it ends the other sessions', async () => {
  const staff = await testAccount(platform, ['system_administrator'], { mustChange: true })
  const cookies = []
  for (const _ of [1, 2]) cookies.push((await signIn(staff.username, testPassword)).cookies[0])
  const [mine, other] = cookies.map((cookie) => ({ cookie: `${cookie?.name}=${cookie?.value}` }))
  const list = () => app.inject({ url: '/api/staff/staff', headers: mine ?? {} })
  expect((await list()).json().code).toBe('password_change_needed')
  const change = (newPassword: string, oldPassword = testPassword) =>
    app.inject({
      method: 'PUT',
      url: '/api/staff/me/password',
      headers: mine ?? {},
      payload: { oldPassword, newPassword },
    })
  expect((await change('short')).json().code).toBe('password_weak')
  expect((await change('Long-Enough-And-New-1', 'wrong')).json().code).toBe('password_wrong')
  expect((await change('Long-Enough-And-New-1')).statusCode).toBe(204)
  expect((await list()).statusCode).toBe(200)
  expect((await app.inject({ url: '/api/staff/me', headers: other ?? {} })).statusCode).toBe(401)
})

it('an open console is no place to guess the password: it counts as at the door, and locks', async () => {
  const { staff, headers } = await signedIn(app, platform, 'author')
  const guess = async (at: number) => {
    const remoteAddress = `10.9.0.${at}`
    const [method, url, payload] =
      at % 2
        ? (['PUT', 'password', { oldPassword: `wrong-${at}`, newPassword: 'Long-Enough-And-New-1' }] as const)
        : (['POST', 'second-factor', { password: `wrong-${at}` }] as const)
    const answer = await app.inject({ method, url: `/api/staff/me/${url}`, headers, payload, remoteAddress })
    return answer.json().code
  }
  const codes = []
  for (let at = 1; at <= 6; at++) codes.push(await guess(at))
  expect(codes).toEqual([...Array(4).fill('password_wrong'), 'account_locked', 'account_locked'])
  expect((await signIn(staff.username, testPassword)).json().code).toBe('account_locked')
})

it('asks for a second factor once it is confirmed, and takes each code once', async () => {
  const { staff, headers } = await signedIn(app, platform, 'author')
  const begin = (password: string) =>
    app.inject({ method: 'POST', url: '/api/staff/me/second-factor', headers, payload: { password } })
  expect((await begin('wrong')).json().code).toBe('password_wrong')
  const begun = await begin(testPassword)
  const secret = new URL(begun.json().address).searchParams.get('secret') ?? ''
  const confirm = (code: string) =>
    app.inject({ method: 'PUT', url: '/api/staff/me/second-factor', headers, payload: { code } })
  const code = codeAt(secret, platform.clock.now())
  const wrong = code === '000000' ? '111111' : '000000'
  expect((await confirm(wrong)).json().code).toBe('second_factor_wrong')
  const { recoveryCodes } = (await confirm(code)).json()
  expect(new Set(recoveryCodes).size).toBe(10)
  expect((await signIn(staff.username, testPassword)).json().code).toBe('second_factor_needed')
  expect((await signIn(staff.username, testPassword, code)).json().code).toBe('second_factor_wrong')
  const at = '2026-03-02T09:01:00+08:00'
  const fresh = codeAt(secret, new Date(at))
  expect((await signIn(staff.username, testPassword, fresh, await appAt(at))).statusCode).toBe(201)
  const [spare] = recoveryCodes
  expect((await signIn(staff.username, testPassword, spare.toUpperCase().replace('-', ' '))).statusCode).toBe(
    201,
  )
  expect((await signIn(staff.username, testPassword, spare)).json().code).toBe('second_factor_wrong')
})

describe('accounts', () => {
  const make = (headers: { cookie: string }, payload: object) =>
    app.inject({ method: 'POST', url: '/api/staff/staff', headers, payload })
  it('the system administrator makes accounts without roles, the security administrator gives roles', async () => {
    const system = await signedIn(app, platform, 'system_administrator')
    const security = await signedIn(app, platform, 'security_administrator')
    expect((await make(security.headers, { username: 'a.new', name: '新', roles: [] })).json().code).toBe(
      'not_allowed',
    )
    expect(
      (await make(system.headers, { username: 'a.new', name: '新', roles: ['author'] })).json().code,
    ).toBe('not_allowed')
    const made = await make(system.headers, { username: 'a.new', name: '新', roles: [] })
    expect(made.statusCode).toBe(201)
    expect((await make(system.headers, { username: 'a.new', name: '二', roles: [] })).json().code).toBe(
      'username_taken',
    )
    const setRoles = (id: number, roles: string[]) =>
      app.inject({
        method: 'PUT',
        url: `/api/staff/staff/${id}/roles`,
        headers: security.headers,
        payload: { roles },
      })
    expect((await setRoles(made.json().id, ['author', 'reviewer'])).statusCode).toBe(204)
    expect((await setRoles(security.staff.id, ['author'])).json().code).toBe('own_roles')
    const both = ['system_administrator', 'audit_administrator']
    expect((await setRoles(made.json().id, both)).json().code).toBe('administrators_separated')
    const list = await app.inject({ url: '/api/staff/staff', headers: security.headers })
    expect(list.json().items.find((s: { username: string }) => s.username === 'a.new').roles).toEqual([
      'author',
      'reviewer',
    ])
  })

  it('somebody who left is signed out at once', async () => {
    const system = await signedIn(app, platform, 'system_administrator')
    const leaver = await signedIn(app, platform, 'author')
    const url = `/api/staff/staff/${leaver.staff.id}/active`
    const payload = { active: false }
    expect((await app.inject({ method: 'PUT', url, headers: system.headers, payload })).statusCode).toBe(204)
    expect((await app.inject({ url: '/api/staff/me', headers: leaver.headers })).statusCode).toBe(401)
    expect((await signIn(leaver.staff.username, testPassword)).json().code).toBe('sign_in_failed')
  })

  it('a reset gives a first password, lifts the lock and ends sessions', async () => {
    const system = await signedIn(app, platform, 'system_administrator')
    const person = await signedIn(app, platform, 'author')
    const url = `/api/staff/staff/${person.staff.id}/password`
    const reset = await app.inject({ method: 'POST', url, headers: system.headers })
    expect((await app.inject({ url: '/api/staff/me', headers: person.headers })).statusCode).toBe(401)
    expect((await signIn(person.staff.username, reset.json().firstPassword)).statusCode).toBe(201)
  })
})
