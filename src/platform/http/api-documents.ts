import swagger, { type SwaggerTransformObject } from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { App } from './server.ts'

type Transform = typeof jsonSchemaTransform
const staffPrefix = '/api/staff/'

/** Two OpenAPI documents from the schemas of the routes: what everybody may read, and what staff do. Before any route. */
export async function describeApi(app: App, publicUrl: string) {
  const server = { url: publicUrl }
  await describe(app, server, 'publicApi', '政府信息公开数据接口', isPublic)
  await describe(app, server, 'staffApi', '工作人员接口', (url) => url.startsWith(staffPrefix))
}

/** Only a route that says in words what it is for is part of what outsiders may build on. */
const isPublic = (url: string, summary: unknown) =>
  url.startsWith('/api/') && !url.startsWith(staffPrefix) && summary !== undefined

async function describe(
  app: App,
  server: { url: string },
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
    openapi: { openapi: '3.1.0', info: { title, version: '1' }, servers: [server] },
    transform,
    transformObject: withRefusals,
  })
}

/** What any route may answer besides its good answer, and what only one with a name in its path may. */
const everywhere = { 400: '参数不正确，原因见 title 和 fields', 429: '请求太频繁，请按 Retry-After 稍后再试' }
const named = { 404: '没有这一条', 410: '已经撤下' }

const problem = {
  description: 'RFC 9457',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '原因和办法' },
    status: { type: 'integer' },
    code: { type: 'string', description: '不随措辞改变的代码' },
    law: { type: 'string', description: '依据' },
    fields: { type: 'object', additionalProperties: { type: 'string' } },
    requestId: { type: 'string' },
  },
}

const withRefusals: SwaggerTransformObject = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject
  const { openapiObject } = document
  const schema = { $ref: '#/components/schemas/Problem' }
  for (const [path, operations] of Object.entries(openapiObject.paths ?? {}))
    for (const operation of Object.values(operations ?? {})) {
      if (typeof operation !== 'object' || Array.isArray(operation)) continue
      const refusals = Object.entries(path.includes('{') ? { ...everywhere, ...named } : everywhere)
      for (const [status, description] of refusals)
        operation.responses = {
          ...operation.responses,
          [status]: { description, content: { 'application/problem+json': { schema } } },
        }
    }
  const schemas = { ...openapiObject.components?.schemas, Problem: problem }
  return Object.assign(openapiObject, { components: { ...openapiObject.components, schemas } })
}

declare module 'fastify' {
  interface FastifyInstance {
    publicApi(): object
    staffApi(): object
  }
}
