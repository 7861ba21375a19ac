import { afterEach, expect, it, vi } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { signedIn, testAccount, testPassword } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { refusals } from './refusals.ts'
import { codeAt } from './second-factor.ts'
import { staffCreateCommand, staffResetCommand } from './staff-command.ts'

const platform = await testPlatform({ now: '2026-03-02T09:00:00+08:00' })
const app = await createApp(platform)
afterEach(() => void vi.restoreAllMocks())

/** What the command says on each stream, and how it ends. */
async function run(command: typeof staffResetCommand, ...args: string[]) {
  const said = { out: '', err: '' }
  const hear = (stream: 'out' | 'err') => (text: unknown) => {
    said[stream] += text
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(hear('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(hear('err'))
  const code = await command.run(platform, args)
  vi.restoreAllMocks()
  return { ...said, code }
}
const signIn = (username: string, password: string, code?: string) =>
  app.inject({ method: 'POST', url: '/api/staff/session', payload: { username, password, code } })
const entries = (id: number, action: string) =>
  platform.db
    .selectFrom('audit_entries')
    .select(['actor_kind', 'actor_name', 'detail'])
    .where('action', '=', action)
    .where('subject_id', '=', String(id))
    .execute()

it('staff reset lets the only security administrator in again who lost password, telephone and codes, and is locked out', async () => {
  const person = await signedIn(app, platform, 'security_administrator')
  const { id, username } = person.staff
  const ask = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers = person.headers) =>
    app.inject({ method, url: `/api/staff/me${path}`, headers, ...(payload ? { payload } : {}) })
  const { address } = (await ask('POST', '/second-factor', { password: testPassword })).json()
  const secret = new URL(address).searchParams.get('secret') ?? ''
  const enrolled = await ask('PUT', '/second-factor', { code: codeAt(secret, platform.clock.now()) })
  const [spare = ''] = enrolled.json().recoveryCodes ?? enrolled.json().codes
  for (let nth = 0; nth < 5; nth++) await signIn(username, 'wrong')
  expect((await signIn(username, testPassword)).json().code).toBe('account_locked')

  const { out, err, code } = await run(staffResetCommand, username)
  expect([code, err]).toEqual([0, ''])
  // The password alone, so that a script may read it.
  expect(out).toMatch(/^\S{12,}\n$/)
  const password = out.trim()
  expect((await ask('GET', '')).statusCode).toBe(401)
  expect((await signIn(username, testPassword)).json().code).toBe('sign_in_failed')
  const answer = await signIn(username, password)
  expect(answer.statusCode).toBe(201)
  const cookie = answer.cookies[0]
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
  // First of all a password of their own; the old codes are spent.
  expect((await ask('GET', '', undefined, headers)).json()).toMatchObject({ mustChangePassword: true })
  expect((await app.inject({ url: '/api/staff/staff', headers })).json().code).toBe('password_change_needed')
  const codes = await platform.db
    .selectFrom('staff_recovery_codes')
    .selectAll()
    .where('staff_id', '=', id)
    .execute()
  expect([spare.length > 0, codes]).toEqual([true, []])
  const record = await entries(id, 'people.reset_account')
  expect(record).toEqual([expect.objectContaining({ actor_kind: 'system', actor_name: 'command line' })])
  expect(JSON.stringify(record)).not.toContain(password)
})

it('staff reset says what is wrong and changes nothing', async () => {
  const { id, username } = await testAccount(platform, ['security_administrator'])
  for (const args of [[], [''], [username, 'more']])
    expect(await run(staffResetCommand, ...args)).toEqual({
      out: '',
      err: 'usage: gongkai staff reset USERNAME\n',
      code: 2,
    })
  const unknown = await run(staffResetCommand, username.toUpperCase())
  expect(unknown).toEqual({ out: '', err: `gongkai: ${refusals.account_unknown.text}\n`, code: 1 })
  await platform.db.updateTable('staff').set({ active: false }).where('id', '=', id).execute()
  const closed = await run(staffResetCommand, username)
  expect(closed).toEqual({ out: '', err: `gongkai: ${refusals.account_closed.text}\n`, code: 1 })
  expect(await entries(id, 'people.reset_account')).toEqual([])
  await platform.db.updateTable('staff').set({ active: true }).where('id', '=', id).execute()
  expect((await signIn(username, testPassword)).statusCode).toBe(201)
})

it('staff create makes an account once, and names what is wrong', async () => {
  const made = await run(staffCreateCommand, 'zhang.wei', '张伟', 'system_administrator')
  expect([made.code, made.err]).toEqual([0, ''])
  expect((await signIn('zhang.wei', made.out.trim())).statusCode).toBe(201)
  const again = await run(staffCreateCommand, 'zhang.wei', '张伟', 'author')
  expect(again).toEqual({ out: '', err: expect.stringContaining('用户名已被使用'), code: 1 })
  const both = await run(staffCreateCommand, 'li.na', '李娜', 'system_administrator,audit_administrator')
  expect(both).toEqual({ out: '', err: expect.stringContaining('不能由同一人担任'), code: 1 })
  expect(await run(staffCreateCommand, 'li.na', '李娜', 'king')).toMatchObject({ out: '', code: 2 })
  expect(await run(staffCreateCommand)).toMatchObject({ out: '', code: 2 })
})
