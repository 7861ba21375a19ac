import { expect, it } from 'vitest'
import { testPlatform } from '../test/platform.ts'
import { createApp } from './app.ts'

it('is alive, ready, and measured', async () => {
  const app = await createApp(await testPlatform())
  expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await app.inject('/readyz')).statusCode).toBe(200)
  expect((await app.inject('/metrics')).body).toContain('process_cpu_user_seconds_total')
  await app.close()
})

it('refuses a state-changing request that another site sent', async () => {
  const app = await createApp(await testPlatform())
  const response = await app.inject({
    method: 'POST',
    url: '/healthz',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(response.statusCode).toBe(403)
  expect(response.json().code).toBe('cross_origin')
  await app.close()
})
