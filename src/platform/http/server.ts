import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer } from 'node:http'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyServerOptions, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '#platform'
import { answerFromCache } from './answer-from-cache.ts'
import { describeApi } from './api-documents.ts'
import { measureStore } from './cache-metrics.ts'
import { contentSecurityPolicy } from './content-security.ts'
import { refuseCrossOrigin } from './cross-origin.ts'
import { measureRequests } from './metrics.ts'
import { rateLimits } from './rate-limits.ts'
import { refuseFormless } from './refuse-formless.ts'

/** Unit: bytes. Uploads have limits of their own in #platform/files. */
const bodyLimitBytes = 2 * 1024 * 1024
/** Unit: milliseconds. */
const timeouts = { keepAliveTimeout: 72_000, requestTimeout: 120_000 }

// A schema without words of its own speaks Chinese too.
z.config(z.locales.zhCN())

/** A Fastify with the security that every route gets; tests use this very one. #site answers its errors. */
export async function createServer(platform: Platform, options: FastifyServerOptions = {}) {
  const app = Fastify({
    // Kept pages are answered here, before routing: a reader's page costs little more than its bytes.
    serverFactory: (handler) => {
      const server = createHttpServer(timeouts, (request, response) => {
        // A server that is stopping lets Fastify close the connection.
        if (server.listening && answerFromCache(platform.cache, request, response)) return
        handler(request, response)
      })
      return server
    },
    loggerInstance: platform.log,
    // The address of a request may carry a query code; the hook below logs the route only.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    trustProxy: [...platform.config.trustedProxies],
    ...timeouts,
    ...options,
  }).withTypeProvider<ZodTypeProvider>()
  measureStore(platform.cache.pages)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
  })
  // Who hung up has no address any more, and hears no answer.
  app.addHook('onRequest', async ({ socket }, reply) => (socket.destroyed ? reply.hijack() : undefined))
  await app.register(rateLimit, rateLimits)
  await app.register(formbody)
  await describeApi(app, platform.config.publicUrl)
  // A route that takes files sets its own limits (`readForm`, `request.file`).
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: bodyLimitBytes } })
  app.addHook('onRequest', refuseCrossOrigin(platform.config.publicUrl))
  app.addHook('preValidation', refuseFormless)
  measureRequests(app)
  app.addHook('onSend', async (request, reply) => void reply.header('x-request-id', request.id))
  app.addHook('onResponse', async (request, reply) => {
    const { method, id: requestId } = request
    const route = request.routeOptions.url ?? 'none'
    request.log.debug(
      { requestId, method, route, status: reply.statusCode, ms: reply.elapsedTime },
      'request',
    )
  })
  return app
}

export type App = Awaited<ReturnType<typeof createServer>>
