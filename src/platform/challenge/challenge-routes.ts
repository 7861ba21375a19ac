import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { askForWork } from './proof-of-work.ts'

export const challengePath = '/api/challenge'
/** Long enough to write a letter; a draft that took longer gets a new question and loses nothing. */
export const lifetimeMs = 2 * 3600 * 1000

/** The puzzle that the widget in the page asks for. */
export function challengeRoutes(app: App, { config, clock }: Platform) {
  app.get(challengePath, async (_request, reply) => {
    const expiresAt = new Date(clock.now().getTime() + lifetimeMs)
    return reply.header('cache-control', 'no-store').send(await askForWork(config.secretKey, expiresAt))
  })
}
