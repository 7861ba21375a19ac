import { loadDemonstrationOnce } from '../demo/index.ts'
import { createApp, jobs } from './app.ts'
import { openPlatform } from './open-platform.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until SIGINT or SIGTERM, then finishes the requests under way and stops. Works the jobs, too, unless JOBS=off. */
export async function serve(options: { demonstration: boolean }): Promise<number> {
  const platform = await openPlatform({ serves: true })
  const accounts = options.demonstration ? await loadDemonstrationOnce(platform) : undefined
  const app = await createApp(platform)
  await app.listen({ host: platform.config.host, port: platform.config.port })
  if (platform.config.worksJobs) await platform.queue.work(platform, jobs)
  const { port } = app.server.address() as { port: number }
  process.stdout.write(`ready http://${platform.config.host}:${port}\n`)
  if (accounts) process.stdout.write(`${accounts}\n`)
  await stopSignal()
  await app.close()
  await platform.close()
  return 0
}
