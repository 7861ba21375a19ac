import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform'
import { type App, anyQuery, cached, keyOf, madeFrom } from '#platform/http'
import { readerVariant, toTraditional } from '#site'

const mirror = '/zh-hant'
/** Addresses that have no traditional twin: machines' and staff's. */
const own = /^(?:api|assets|console|elder|files|qr|zh-hant)(?:\/|$|\?)/
const link = /(href|action)="\/(?!\/)([^"]*)"/g
/** The page's own address, before that of its twin: see twin-links.ts of #site. */
const ownLinks =
  /<link rel="canonical" href="[^"]*">(?=.*?<link rel="alternate" hreflang="zh-Hant" href="([^"]*)">)/
/** What a reader typed, or a form sends to the program, stays as it is. */
const asTyped = /(\bvalue="[^"]*"|<textarea[^>]*>[^<]*<\/textarea>)/

/** A finished page of the site in traditional characters: language, links and the way back included. */
export function traditional(page: string): string {
  const back =
    /<a class="script" hreflang="zh-Hant" href="\/zh-hant([^"]*)">[^<]*<\/a>/.exec(page)?.[1] ?? '/'
  const pieces = page.split(asTyped)
  return pieces
    .map((piece, index) => (index % 2 ? piece : toTraditional(piece)))
    .join('')
    .replace('<html lang="zh-CN"', '<html lang="zh-Hant"')
    .replace(link, (whole: string, name: string, path: string) =>
      own.test(path) ? whole : `${name}="${mirror}/${path}"`,
    )
    .replace(ownLinks, (_whole, twin: string) => `<link rel="canonical" href="${twin}">`)
    .replace(/(action="\/elder\?to=)/, `$1${encodeURIComponent(mirror)}`)
    .replace(
      /<a class="script"[^>]*>[^<]*<\/a>/,
      () => `<a class="script" hreflang="zh-Hans" href="${back}">简体</a>`,
    )
}

/** Every public page once more under /zh-hant/, made from the page itself so that no page can be forgotten. */
export function traditionalRoutes(app: App, platform: Platform) {
  const twin = async (request: FastifyRequest, reply: FastifyReply) => {
    const url = `/${request.url.slice(mirror.length).replace(/^\/+/, '')}`
    return own.test(url.slice(1)) ? reply.callNotFound() : answerTwin(app, platform, url, request, reply)
  }
  app.get(mirror, cached(anyQuery), twin)
  app.get(`${mirror}/*`, cached(anyQuery), twin)
  // A form goes on as it came, files included: the page's own route reads it and sets its limits.
  app.register(async (forms) => {
    forms.removeAllContentTypeParsers()
    forms.addContentTypeParser('*', (_request, body, done) => done(null, body))
    forms.post(`${mirror}/*`, twin)
  })
}

async function answerTwin(
  app: App,
  { cache }: Platform,
  url: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const answer = await app.inject({
    method: request.method === 'POST' ? 'POST' : 'GET',
    url,
    headers: passedOn(request),
    remoteAddress: request.ip,
    ...(request.body ? { payload: request.body as Readable } : {}),
  })
  const { location } = answer.headers
  if (location) return reply.redirect(twinOf(location), answer.statusCode)
  const type = String(answer.headers['content-type'] ?? 'text/plain')
  reply.code(answer.statusCode).type(type)
  for (const name of brought) {
    const value = answer.headers[name]
    if (value !== undefined) reply.header(name, value)
  }
  const page = request.method === 'GET' && cache.pages.find(keyOf(url, request.headers.cookie, readerVariant))
  if (page) madeFrom(reply, page.tags, page.until)
  return type.startsWith('text/html') ? traditional(answer.body) : answer.rawPayload
}

/** What the page depends on: the form's own words, the reader's choice, and where the browser says that it comes from. */
const asked = ['cookie', 'content-type', 'content-length', 'origin', 'host', 'sec-fetch-site'] as const

function passedOn({ headers }: FastifyRequest): Record<string, string> {
  const known = asked.flatMap((name): [string, string][] => (headers[name] ? [[name, headers[name]]] : []))
  return { ...Object.fromEntries(known), accept: 'text/html' }
}

/** What the page says of itself besides its type: what it may load, that nobody may keep it, when to come back, what a file is called. */
const brought = [
  'cache-control',
  'content-security-policy',
  'retry-after',
  'content-disposition',
  'x-robots-tag',
] as const

const twinOf = (location: string) =>
  location.startsWith('/') && !own.test(location.slice(1)) ? `${mirror}${location}` : location
