import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { App } from './server.ts'

type Transform = typeof jsonSchemaTransform
const staffPrefix = '/api/staff/'

/** Two OpenAPI documents from the schemas of the routes: what everybody may read, and what staff do. Before any route. */
export async function describeApi(app: App) {
  await describe(app, 'publicApi', '政府信息公开数据接口', isPublic)
  await describe(app, 'staffApi', '工作人员接口', (url) => url.startsWith(staffPrefix))
}

/** Only a route that says in words what it is for is part of what outsiders may build on. */
const isPublic = (url: string, summary: unknown) =>
  url.startsWith('/api/') && !url.startsWith(staffPrefix) && summary !== undefined

async function describe(
  app: App,
  decorator: 'publicApi' | 'staffApi',
  title: string,
  belongs: (url: string, summary: unknown) => boolean,
) {
  const transform: Transform = (route) => {
    const schema = route.schema as { summary?: string; hide?: boolean } | undefined
    if (belongs(route.url, schema?.summary)) return jsonSchemaTransform(route)
    return { schema: { hide: true }, url: route.url }
  }
  await app.register(swagger, {
    decorator,
    openapi: { openapi: '3.1.0', info: { title, version: '1' } },
    transform,
  })
}

declare module 'fastify' {
  interface FastifyInstance {
    publicApi(): object
    staffApi(): object
  }
}
