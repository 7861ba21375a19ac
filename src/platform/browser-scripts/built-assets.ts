import fastifyStatic from '@fastify/static'
import type { App } from '#platform/http'

/** Serves a folder that the build wrote: names change with the bytes, and NAME.br or NAME.gz goes out where a browser takes it. */
export async function builtAssets(app: App, root: string, prefix: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    prefix,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
}
