import { afterAll } from 'vitest'
import type { Platform } from '#platform'
import { createLog } from '#platform/log'
import { createApp } from '../src/app.ts'
import { createPlatform } from '../src/create-platform.ts'
import { testPlatform } from './platform.ts'

export type Node = { platform: Platform; address: string }

/** Two whole programs on one database, both listening on loopback and to each other’s touches. */
export async function twoNodes(): Promise<[Node, Node]> {
  const platform = await testPlatform()
  const { config, databaseUrl, clock } = platform
  const other = createPlatform({ config, databaseUrl, clock, log: createLog('silent'), connections: 5 })
  afterAll(() => other.close())
  return [await listening(platform), await listening(other)]
}

async function listening(platform: Platform): Promise<Node> {
  const app = await createApp(platform)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  afterAll(() => app.close())
  while (!platform.cache.isFollowing()) await new Promise((resolve) => setTimeout(resolve, 10))
  return { platform, address }
}
