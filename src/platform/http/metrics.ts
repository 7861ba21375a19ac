import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client'
import type { Platform } from '#platform'
import { countJobs } from '#platform/queue'
import type { App } from './server.ts'

collectDefaultMetrics()

const requests = new Histogram({
  name: 'gongkai_http_request_duration_seconds',
  help: 'Time from the first byte of a request to the last of its answer, by route pattern',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
})
const jobGauges = {
  waiting: new Gauge({ name: 'gongkai_jobs_waiting', help: 'Jobs not yet done', labelNames: ['job'] }),
  running: new Gauge({ name: 'gongkai_jobs_running', help: 'Jobs being worked', labelNames: ['job'] }),
  failed: new Gauge({ name: 'gongkai_jobs_failed', help: 'Jobs failed for good', labelNames: ['job'] }),
  oldestWaitingSeconds: new Gauge({
    name: 'gongkai_jobs_oldest_waiting_seconds',
    help: 'How long the oldest due job waits',
    labelNames: ['job'],
  }),
}
const connections = new Gauge({
  name: 'gongkai_database_connections',
  help: 'Connections of this process: open, idle, and requests that wait for one',
  labelNames: ['state'],
})
const databaseUp = new Gauge({
  name: 'gongkai_database_up',
  help: '1 when the last look reached the database',
})
const unanswered = new Counter({
  name: 'gongkai_errors_total',
  help: 'Bugs and outages: answers of 500 and more',
  labelNames: ['route'] as const,
})

/** Counts every answer by route pattern; an address would be a label without end, and may carry what somebody typed. */
export function measureRequests(app: App) {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    requests.observe(labels, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) unanswered.inc({ route })
  })
}

/** Prometheus text. What the database would tell is left out while it is away. */
export async function metricsText(platform: Platform): Promise<string> {
  const { open, idle, waiting } = platform.connectionUse()
  connections.set({ state: 'open' }, open)
  connections.set({ state: 'idle' }, idle)
  connections.set({ state: 'waiting' }, waiting)
  for (const gauge of Object.values(jobGauges)) gauge.reset()
  const counts = await countJobs(platform.db).catch(() => undefined)
  databaseUp.set(counts ? 1 : 0)
  for (const { name: job, ...figures } of counts ?? [])
    for (const [kind, gauge] of Object.entries(jobGauges))
      gauge.set({ job }, Number(figures[kind as keyof typeof figures]))
  return register.metrics()
}

export const metricsType = register.contentType
