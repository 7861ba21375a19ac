import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform'
import { type App, anyQuery, cached, madeFrom } from '#platform/http'
import { prefixOf, type ReaderForm, readerFormOf } from '#site'
import { traditional } from './traditional.ts'

/** Addresses that have no twin: machines' and staff's, and twins themselves. */
const own = /^(?:api|assets|console|elder|files|qr|zh-hant)(?:\/|$|\?)/
const link = /(href|action)="\/(?!\/)([^"]*)"/g

/**
 * A finished page for readers of traditional characters, of large letters, or both. Its links stay in that form; its
 * canonical address stays that of the page in standard size.
 */
export function twinPage(page: string, form: ReaderForm): string {
  const sized = form.large ? page.replace('<html lang="zh-CN"', '<html lang="zh-CN" class="elder"') : page
  const linked = sized.replace(link, (whole: string, name: string, path: string) =>
    own.test(path) ? whole : `${name}="${prefixOf(form)}/${path}"`,
  )
  return form.traditional ? traditional(linked) : linked
}

/** Every public page once more under these addresses, made from the page itself so that no page can be forgotten. */
export function twinRoutes(app: App, platform: Platform) {
  const twin = async (request: FastifyRequest, reply: FastifyReply) => {
    const { form, path } = readerFormOf(request.url)
    // The router reads signs that are written as codes; such a spelling is no address of ours.
    const unknown = !prefixOf(form) || own.test(path.slice(1))
    return unknown ? reply.callNotFound() : answerTwin(app, platform, form, path, request, reply)
  }
  for (const start of ['/zh-hant', '/elder', '/zh-hant/elder']) {
    app.get(start, cached(anyQuery), twin)
    app.get(`${start}/*`, cached(anyQuery), twin)
  }
  // A form goes on as it came, files included: the page's own route reads it and sets its limits.
  app.register(async (forms) => {
    forms.removeAllContentTypeParsers()
    forms.addContentTypeParser('*', (_request, body, done) => done(null, body))
    for (const start of ['/zh-hant', '/elder']) forms.post(`${start}/*`, twin)
  })
}

async function answerTwin(
  app: App,
  { cache }: Platform,
  form: ReaderForm,
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
  if (location) return reply.redirect(twinOf(location, form), answer.statusCode)
  const type = String(answer.headers['content-type'] ?? 'text/plain')
  reply.code(answer.statusCode).type(type)
  for (const name of brought) {
    const value = answer.headers[name]
    if (value !== undefined) reply.header(name, value)
  }
  const page = request.method === 'GET' && cache.pages.find(url)
  if (page) madeFrom(reply, page.tags, page.until)
  return type.startsWith('text/html') ? twinPage(answer.body, form) : answer.rawPayload
}

/** What the page depends on: the form's own words, and where the browser says that it comes from. */
const asked = ['content-type', 'content-length', 'origin', 'host', 'sec-fetch-site'] as const

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

const twinOf = (location: string, form: ReaderForm) =>
  location.startsWith('/') && !own.test(location.slice(1)) ? `${prefixOf(form)}${location}` : location
