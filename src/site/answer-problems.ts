import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Platform, refuse } from '#platform'
import { type App, sendProblem, sortError } from '#platform/http'
import { type Agency, readAgencyOrNone } from './agency.ts'
import { notFoundPage, problemPage } from './problem-pages.ts'

/** A person with a browser gets a page, a program gets problem+json; both the same status and words. */
export function answerProblems(app: App, platform: Platform) {
  app.setErrorHandler(async (error, request, reply) => {
    if (!wantsPage(request)) return sendProblem(error, request, reply)
    const refusal = sortError(error, request)
    const status = refusal?.entry.status ?? 500
    const text = refusal?.entry.text ?? '系统出现故障，已记录，请稍后再试。'
    return page(reply, await readAgencyOrNone(platform.db), status, text, request.id)
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const missing = refuse('not_found')
    if (!wantsPage(request)) return sendProblem(missing, request, reply)
    const agency = await readAgencyOrNone(platform.db)
    return reply
      .code(404)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(String(notFoundPage(agency, request.url)))
  })
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
}

function page(reply: FastifyReply, agency: Agency, status: number, text: string, requestId: string) {
  if (status === 503) reply.header('retry-after', '60')
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(String(problemPage(agency, { status, text, requestId })))
}
