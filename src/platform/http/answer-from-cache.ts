import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CachedPage, type Coding, compress, type PageCache } from '#platform/cache'
import { answered } from './cache-metrics.ts'

/**
 * Answers a reader before routing and hooks run: they ran when the page was made. Says whether it did.
 * While the touches of other nodes cannot be heard, the database is away: what there is beats a 503.
 */
export function answerFromCache(
  cache: PageCache,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const asked = askedFor(request.rawHeaders)
  const page = cache.pages.find(request.url ?? '')
  if (!page) return false
  answered.hit++
  send(page, asked, response, request.method === 'GET')
  return true
}

type Asked = { accepted?: string; etag?: string }

/** The two headers that matter, from the raw list: the tidy object of all headers would cost more than the page. */
function askedFor(raw: readonly string[]): Asked {
  const asked: Asked = {}
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] as string
    if (name.length !== 13 && name.length !== 15) continue
    const lower = name.toLowerCase()
    const value = raw[at + 1] as string
    if (lower === 'accept-encoding') asked.accepted = value
    else if (lower === 'if-none-match') asked.etag = value
  }
  return asked
}

function send(page: CachedPage, { etag, accepted }: Asked, response: ServerResponse, withBody: boolean) {
  if (etag !== undefined && page.status === 200 && namesTag(etag, page.etag)) {
    response.writeHead(304, withRequestId(page.notModified)).end()
    return
  }
  const { headers, bytes } = writtenFor(page, accepted)
  response.writeHead(page.status, withRequestId(headers))
  if (withBody) response.end(bytes, 'latin1')
  else response.end()
}

/** The headers are written out at once, so one array serves every answer. */
function withRequestId(headers: string[]): string[] {
  headers[headers.length - 1] = randomUUID()
  return headers
}

function writtenFor(page: CachedPage, accepted: string | undefined) {
  if (accepted === undefined) return page.written.identity
  if (!page.compressing) void compress(page)
  const coding = codingFor(accepted)
  return (coding && page.written[coding]) ?? page.written.identity
}

/** Browsers say one of a few things; what was read once is not read again. */
const codings = new Map<string, Coding | undefined>()
const mostSayings = 100

export function codingFor(accepted: string): Coding | undefined {
  if (codings.has(accepted)) return codings.get(accepted)
  const coding = readCoding(accepted)
  if (codings.size < mostSayings) codings.set(accepted, coding)
  return coding
}

/** Source: RFC 9110 section 12.5.3; q=0 refuses a coding. */
function readCoding(accepted: string): Coding | undefined {
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
