import { createServer, healthRoutes, sendProblem } from '#platform/http'
import { jobs } from './app.ts'
import { listen } from './listen.ts'
import { openPlatform } from './open-platform.ts'
import { stopSignal } from './stop-signal.ts'

/** Works the jobs and nothing else, beside any number of servers; its port answers /healthz, /readyz and /metrics only. */
export async function work(): Promise<number> {
  const stopped = stopSignal()
  const platform = await openPlatform({ serves: false })
  const app = await createServer(platform)
  app.setErrorHandler(sendProblem)
  healthRoutes(app, platform)
  try {
    const address = await listen(app, platform.config)
    await platform.queue.work(platform, jobs)
    process.stdout.write(`working ${address}\n`)
    await stopped
    await app.close()
  } finally {
    await platform.close()
  }
  return 0
}
