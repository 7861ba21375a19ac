import type { FastifyReply, FastifyRequest } from 'fastify'
import { Converter } from 'opencc-js'
import type { Platform } from '#platform'
import { type App, anyQuery, cached, keyOf, madeFrom } from '#platform/http'
import { readerVariant } from '#site'

const toTraditional = Converter({ from: 'cn', to: 'tw' })
const mirror = '/zh-hant'
/** Addresses that have no traditional twin: machines' and staff's. */
const own = /^(?:api|assets|console|elder|files|qr|zh-hant)(?:\/|$|\?)/
const link = /(href|action)="\/(?!\/)([^"]*)"/g

/** A finished page of the site in traditional characters: language, links and the way back included. */
export function traditional(page: string): string {
  const back =
    /<a class="script" hreflang="zh-Hant" href="\/zh-hant([^"]*)">[^<]*<\/a>/.exec(page)?.[1] ?? '/'
  return toTraditional(page)
    .replace('<html lang="zh-CN"', '<html lang="zh-Hant"')
    .replace(link, (whole: string, name: string, path: string) =>
      own.test(path) ? whole : `${name}="${mirror}/${path}"`,
    )
    .replace(/(action="\/elder\?to=)/, `$1${encodeURIComponent(mirror)}`)
    .replace(
      /<a class="script"[^>]*>[^<]*<\/a>/,
      () => `<a class="script" hreflang="zh-Hans" href="${back}">简体</a>`,
    )
}

/** Every public page once more under /zh-hant/, made from the page itself so that no page can be forgotten. */
export function traditionalRoutes(app: App, { cache }: Platform) {
  const answerTwin = async (request: FastifyRequest, reply: FastifyReply) => {
    const url = `/${request.url.slice(mirror.length).replace(/^\/+/, '')}`
    if (own.test(url.slice(1))) return reply.callNotFound()
    const headers = { cookie: request.headers.cookie ?? '', accept: 'text/html' }
    const answer = await app.inject({ url, headers, remoteAddress: request.ip })
    const { location } = answer.headers
    if (location) return reply.redirect(`${mirror}${location}`, answer.statusCode)
    const type = String(answer.headers['content-type'] ?? 'text/plain')
    reply.code(answer.statusCode).type(type)
    const page = cache.pages.find(keyOf(url, request.headers.cookie, readerVariant))
    if (page) madeFrom(reply, page.tags, page.until)
    return type.startsWith('text/html') ? traditional(answer.body) : answer.body
  }
  app.get(mirror, cached(anyQuery), answerTwin)
  app.get(`${mirror}/*`, cached(anyQuery), answerTwin)
}
