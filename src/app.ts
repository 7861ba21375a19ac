import type { Module, Platform } from '#platform'
import { type App, createServer, healthRoutes } from '#platform/http'

/** The modules, in order; nothing registers itself. */
export const modules: readonly Module[] = []

export async function createApp(platform: Platform): Promise<App> {
  const app = await createServer(platform)
  healthRoutes(app, platform)
  for (const module of modules) {
    await module.pages?.(app, platform)
    await module.api?.(app, platform)
  }
  return app
}
