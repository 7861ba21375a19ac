import { createServer, healthRoutes, sendProblem } from '#platform/http'
import { jobs } from './app.ts'
import { openPlatform } from './open-platform.ts'
import { stopSignal } from './stop-signal.ts'

/** Works the jobs and nothing else, beside any number of servers; its port answers /healthz, /readyz and /metrics only. */
export async function work(): Promise<number> {
  const platform = await openPlatform({ serves: false })
  const app = await createServer(platform)
  app.setErrorHandler(sendProblem)
  healthRoutes(app, platform)
  await app.listen({ host: platform.config.host, port: platform.config.port })
  await platform.queue.work(platform, jobs)
  const { port } = app.server.address() as { port: number }
  process.stdout.write(`working http://${platform.config.host}:${port}\n`)
  await stopSignal()
  await app.close()
  await platform.close()
  return 0
}
