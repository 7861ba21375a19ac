import { beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/platform.ts'
import { createApp } from '../../app.ts'
import type { App } from './server.ts'

let app: App
beforeAll(async () => {
  app = await createApp(await testPlatform())
})

it('too_large: a body over the limit', async () => {
  const payload = { username: 'x'.repeat(3 * 1024 * 1024), password: 'x' }
  const answer = await app.inject({ method: 'POST', url: '/api/staff/session', payload })
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large'])
})
