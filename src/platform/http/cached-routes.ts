import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform'
import { bodyOf, type CachedPage, etagOf, type PageCache, type Rendering, revalidated } from '#platform/cache'
import { namesTag } from './answer-from-cache.ts'
import { answered } from './cache-metrics.ts'
import type { App } from './server.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Query parameters that the page depends on; with any other the page is made and not kept. */
    cachedQuery?: readonly string[]
  }
  interface FastifyRequest {
    rendering: Rendering | null
  }
  interface FastifyReply {
    madeFromTags: readonly string[] | null
    holdsUntil: Date | null
  }
}

/** Opts a public route in to the page cache: nothing personal and no form's secret may be on its pages. */
export const cached = (...query: string[]) => ({ config: { cachedQuery: query } })

/** For a page made from another kept page, which decides. */
export const anyQuery = '*'

/** Says what the page was made from. A reply that says nothing is not kept. */
export function madeFrom(reply: FastifyReply, tags: readonly string[], until?: Date): FastifyReply {
  reply.madeFromTags = tags
  reply.holdsUntil = until ?? null
  return reply
}

/** Keeps what opted-in routes finish. Registered last, so that it sees the bytes that a reader gets. */
export function cachedRoutes(app: App, { cache, log }: Platform) {
  app.decorateRequest('rendering', null)
  app.decorateReply('madeFromTags', null)
  app.decorateReply('holdsUntil', null)
  app.addHook('onListen', async () => cache.follow())
  app.addHook('onRequest', async (request, reply) => {
    if (!isStorable(request)) return undefined
    const page = await keptOrAwaited(cache, request.url)
    if (page) return answer(reply, page, 'hit')
    request.rendering = cache.pages.begin(request.url)
    answered.miss++
    return undefined
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.rendering) return payload
    if (reply.statusCode === 503) return staleInstead(cache, request.rendering.key, reply) ?? payload
    const whole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!whole || !reply.madeFromTags || reply.hasHeader('set-cookie')) return payload
    if (reply.statusCode !== 200 && reply.statusCode !== 410) return payload
    const body = typeof payload === 'string' ? Buffer.from(payload) : payload
    reply.headers(revalidated).header('etag', etagOf(body))
    if (cache.isFollowing()) cache.pages.keep(request.rendering, finished(reply, body, reply.madeFromTags))
    const tag = request.headers['if-none-match']
    if (reply.statusCode !== 200 || !tag || !namesTag(tag, etagOf(body))) return body
    reply.code(304)
    return null
  })
  app.addHook('onResponse', async (request) => request.rendering?.end())
  app.addHook('onRequestAbort', async (request) => request.rendering?.end())
  log.debug('page cache ready')
}

function isStorable({ method, url, routeOptions, query }: FastifyRequest): boolean {
  const allowed = routeOptions.config.cachedQuery
  if (!allowed || method !== 'GET') return false
  // Other spellings of one address would only fill the memory.
  if (url.split('?', 1)[0]?.includes('%')) return false
  return allowed.includes(anyQuery) || Object.keys(query as object).every((name) => allowed.includes(name))
}

/** Waits once for the reader who makes the same page right now. */
async function keptOrAwaited({ pages }: PageCache, key: string): Promise<CachedPage | undefined> {
  const page = pages.find(key)
  if (page) return page
  const other = pages.underWay(key)
  if (!other) return undefined
  await other
  return pages.find(key)
}

function answer(reply: FastifyReply, page: CachedPage, result: 'hit' | 'stale') {
  answered[result]++
  showKept(reply, page, result)
  return reply.send(bodyOf(page))
}

function showKept(reply: FastifyReply, page: CachedPage, result: 'hit' | 'stale') {
  reply.code(page.status).headers({ ...Object.fromEntries(page.headers), ...revalidated, etag: page.etag })
  reply.header('cache-status', result === 'hit' ? 'gongkai; hit' : 'gongkai; fwd=stale; fwd-status=503')
}

function staleInstead({ pages }: PageCache, key: string, reply: FastifyReply): Buffer | undefined {
  const page = pages.findAny(key)
  if (!page) return undefined
  answered.stale++
  reply.removeHeader('retry-after')
  showKept(reply, page, 'stale')
  return bodyOf(page)
}

/** Headers that belong to one answer alone, or are written anew for each. */
const ofOneAnswer =
  /^(?:x-request-id|x-ratelimit-.*|retry-after|date|connection|content-length|etag|vary|cache-control)$/

function finished(reply: FastifyReply, body: Buffer, tags: readonly string[]) {
  const headers = Object.entries(reply.getHeaders())
    .filter(([name, value]) => value !== undefined && !ofOneAnswer.test(name))
    .map(([name, value]) => [name, String(value)] as const)
  return { status: reply.statusCode, headers, body, tags, until: reply.holdsUntil ?? undefined }
}
