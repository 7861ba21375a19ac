import type { Platform } from '#platform'
import { sql } from '#platform/db'
import { metricsText, metricsType } from './metrics.ts'
import type { App } from './server.ts'

/** /healthz: the process lives. /readyz: it can reach its database. /metrics: Prometheus text. */
export function healthRoutes(app: App, platform: Platform) {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    await sql`select 1`.execute(platform.db)
    return { status: 'ready' }
  })
  app.get('/metrics', async (_request, reply) => reply.type(metricsType).send(await metricsText(platform)))
}
