import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startGongkai } from '../test/gongkai.ts'

it('serve without jobs and a worker beside it: the server answers, the worker works, both stop cleanly', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-worker-'))
  const server = startGongkai(['serve'], { DATA_DIR: dataDir, JOBS: 'off' })
  const address = await server.line(/^ready (http:\S+)/)
  const worker = startGongkai(['worker'], { DATA_DIR: dataDir })
  const watched = await worker.line(/^working (http:\S+)/)
  expect(await (await fetch(`${watched}/readyz`)).json()).toEqual({ status: 'ready' })
  expect((await fetch(`${watched}/letters`)).status).toBe(404)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  const metrics = await (await fetch(`${address}/metrics`)).text()
  expect(metrics).toContain('gongkai_database_connections')
  expect(metrics).toMatch(
    /gongkai_http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/,
  )
  expect(readdirSync(dataDir)).toContain('secret-key')
  for (const role of [worker, server]) {
    role.process.kill('SIGTERM')
    expect(await role.ended).toBe(0)
  }
})
