import { afterAll } from 'vitest'
import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'

/** The whole program on a loopback port; answers its address. */
export async function listeningApp(
  platform: Platform,
  seeRoute?: Parameters<typeof createApp>[1],
): Promise<string> {
  const app = await createApp(platform, seeRoute)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  afterAll(() => app.close())
  return address
}
