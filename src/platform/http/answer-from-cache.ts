import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CachedPage, type Coding, compress, type PageCache } from '#platform/cache'
import { answersBy } from './cache-metrics.ts'

/** Which of a page's forms a cookie asks for; '' is the plain one. #site says how. */
export type VariantOf = (cookie: string) => string

/** A page is kept under its address as sent, and the reader's form of it: an address holds no space. */
export const keyOf = (url: string, cookie: string | undefined, variantOf: VariantOf) => {
  const variant = cookie === undefined ? '' : variantOf(cookie)
  return variant ? `${url} ${variant}` : url
}

/**
 * Answers a reader before routing and hooks run: they ran when the page was made. Says whether it did.
 * While the touches of other nodes cannot be heard, the database is away: what there is beats a 503.
 */
export function answerFromCache(
  cache: PageCache,
  variantOf: VariantOf,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const page = cache.pages.find(keyOf(request.url ?? '', request.headers.cookie, variantOf))
  if (!page) return false
  answersBy.hit.inc()
  send(page, request, response)
  return true
}

function send(page: CachedPage, request: IncomingMessage, response: ServerResponse) {
  const tag = request.headers['if-none-match']
  if (tag !== undefined && page.status === 200 && namesTag(tag, page.etag)) {
    response.writeHead(304, withRequestId(page.notModified)).end()
    return
  }
  const accepted = request.headers['accept-encoding']
  const { headers, body } = writtenFor(page, typeof accepted === 'string' ? accepted : '')
  response.writeHead(page.status, withRequestId(headers))
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

/** The headers are written out at once, so one array serves every answer. */
function withRequestId(headers: string[]): string[] {
  headers[headers.length - 1] = randomUUID()
  return headers
}

function writtenFor(page: CachedPage, accepted: string) {
  const plain = page.written.identity as NonNullable<CachedPage['written']['identity']>
  if (accepted === '') return plain
  if (!page.compressing) void compress(page)
  const coding = codingFor(accepted)
  return (coding && page.written[coding]) || plain
}

/** Law of HTTP: RFC 9110 section 12.5.3; q=0 refuses a coding. */
export function codingFor(accepted: string): Coding | undefined {
  const offered = new Map<string, boolean>()
  for (const part of accepted.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    offered.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
  }
  return (['br', 'gzip'] as const).find((coding) => offered.get(coding))
}

/** RFC 9110 section 13.1.2, weak comparison. */
export function namesTag(given: string, etag: string): boolean {
  return (
    given.trim() === '*' || given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.slice(2))
  )
}
