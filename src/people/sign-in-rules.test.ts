import { describe, expect, it } from 'vitest'
import { assertSeparated } from './administrators.ts'
import { afterFailure, assertStrong, isLocked, sessionLives } from './sign-in-rules.ts'

const now = new Date('2026-03-02T09:00:00+08:00')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

describe('lock-out', () => {
  it('locks at the fifth wrong password for fifteen minutes', () => {
    let attempts = { failures: 0, lockedUntil: null as Date | null }
    for (let wrong = 1; wrong <= 4; wrong++) attempts = afterFailure(attempts, now)
    expect(attempts).toEqual({ failures: 4, lockedUntil: null })
    attempts = afterFailure(attempts, now)
    expect(isLocked(attempts, new Date(now.getTime() + 15 * 60_000 - 1))).toBe(true)
    expect(isLocked(attempts, new Date(now.getTime() + 15 * 60_000))).toBe(false)
  })
})

describe('session', () => {
  it.each([
    [0, 0, true],
    [29, 29, true],
    [30, 30, false],
    [719, 1, true],
    [720, 1, false],
  ])('opened %i minutes ago and seen %i minutes ago: lives %s', (opened, seen, lives) => {
    expect(sessionLives({ createdAt: minutesAgo(opened), seenAt: minutesAgo(seen) }, now)).toBe(lives)
  })
})

describe('password', () => {
  it.each(['short', 'eleven-char', 'my-name-is-liwei-ok', 'the-old-password'])('refuses %s', (password) => {
    const given = { username: 'liwei', oldPassword: 'the-old-password' }
    expect(() => assertStrong(password, given)).toThrow(expect.objectContaining({ code: 'password_weak' }))
  })
  it('takes a long one', () => assertStrong('绿水青山就是金山银山啊啊', { username: 'liwei' }))
})

it('GB/T 22239-2019: nobody holds two administrators’ roles', () => {
  expect(() => assertSeparated(['system_administrator', 'audit_administrator'])).toThrow(
    expect.objectContaining({ code: 'administrators_separated' }),
  )
  assertSeparated(['system_administrator', 'author'])
})
