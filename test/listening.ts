import { afterAll } from 'vitest'
import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'

/** The whole program on a loopback port; answers its address. */
export async function listeningApp(platform: Platform): Promise<string> {
  const app = await createApp(platform)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  afterAll(() => app.close())
  return address
}
