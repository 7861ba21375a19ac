import { loadDemonstrationOnce } from '../demo/index.ts'
import { createApp, jobs } from './app.ts'
import { listen } from './listen.ts'
import { type OpenPlatform, openPlatform } from './open-platform.ts'
import { stopSignal } from './stop-signal.ts'

type Options = { demonstration: boolean }

/**
 * Serves until SIGINT or SIGTERM, then finishes the requests under way and stops. Works the jobs, too, unless JOBS=off.
 * However it ends, the embedded database is stopped before. Throws: PortTaken.
 */
export async function serve(options: Options): Promise<number> {
  // Heard from the first moment: loading the demonstration takes a minute.
  const stopped = stopSignal()
  const platform = await openPlatform({ serves: true })
  const starting = start(platform, options)
  const close = await Promise.race([starting, stopped]).catch(async (error: unknown) => {
    await platform.close()
    throw error
  })
  if (!close) return abandon(platform, starting)
  await stopped
  await close()
  await platform.close()
  return 0
}

async function start(platform: OpenPlatform, options: Options): Promise<() => Promise<void>> {
  const accounts = options.demonstration ? await loadDemonstrationOnce(platform) : undefined
  const app = await createApp(platform)
  const address = await listen(app, platform.config)
  if (platform.config.worksJobs) await platform.queue.work(platform, jobs)
  process.stdout.write(`ready ${address}\n`)
  if (accounts) process.stdout.write(`${accounts}\n`)
  return () => app.close()
}

/** Asked to stop before it was ready: what is being written cannot be waited for, the database is told to end it. */
async function abandon(platform: OpenPlatform, starting: Promise<unknown>): Promise<number> {
  starting.catch(() => {})
  // Everything under way fails now, wherever it is: that is what ending it means.
  process.on('uncaughtException', () => {})
  await platform.closeDatabase()
  process.stderr.write(
    `\ngongkai: stopped before it was ready; a demonstration that was being made stays incomplete: remove ${platform.config.dataDir} before the next start\n`,
  )
  process.exit(0)
}
