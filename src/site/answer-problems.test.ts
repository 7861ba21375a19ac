import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { createPlatform } from '../../src/create-platform.ts'
import { testPlatform } from '../../test/platform.ts'

const platform = await testPlatform()
const app = await createApp(platform)
const browser = { accept: 'text/html,application/xhtml+xml' }

it('a browser gets a page for an address that does not exist, a program gets problem+json', async () => {
  const page = await app.inject({ url: '/no/such/page', headers: browser })
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  expect(page.body).toContain('网站地图')
  const program = await app.inject({ url: '/api/nothing', headers: browser })
  expect(program.json()).toMatchObject({ status: 404, code: 'not_found' })
})

it('a browser gets a page for input that does not fit', async () => {
  const page = await app.inject({ url: '/reports/abc', headers: browser })
  expect(page.statusCode).toBe(400)
  expect(page.body).toContain('提交的内容不符合要求')
})

it('while the database is away the site says so, with 503 and a time to come back, and nothing of the fault', async () => {
  const away = createPlatform({
    config: platform.config,
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    clock: platform.clock,
    log: platform.log,
  })
  const there = await createApp(away)
  const page = await there.inject({ url: '/', headers: browser })
  const program = await there.inject({ url: '/readyz' })
  expect([program.statusCode, program.json().code]).toEqual([503, 'database_away'])
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '60'])
  expect(page.body).toContain('系统正在维护')
  expect(page.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1:1/)
  await away.close()
})
