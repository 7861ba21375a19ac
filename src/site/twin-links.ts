import type { FastifyRequest } from 'fastify'
import { type Html, html } from '#platform/html'

/** Behind a secret, for one person, or a form: no address for a search engine. */
const unlisted =
  /^\/(?:console|preview|zh-hant|elder|progress|requests\/(?:new|track)|letters\/(?:new|track)|chat\/track|site-errors\/new)(?:\/|$)/

/**
 * The one address of a page, without words that change nothing on it, and the same page in the other script.
 * A twin has them already, from the page that it was made from.
 */
export function twinLinks({ url, method, routeOptions }: FastifyRequest, publicUrl: string): Html | '' {
  const [pathname = '', search = ''] = url.split('?', 2)
  if (method !== 'GET' || unlisted.test(pathname)) return ''
  const words = routeOptions.config.cachedQuery ?? []
  const kept = [...new URLSearchParams(search)].filter(([name]) => words.includes(name))
  const query = kept.length ? `?${new URLSearchParams(kept)}` : ''
  const path = `${pathname.replace(/(.)\/$/, '$1')}${query}`
  const own = new URL(path, publicUrl).href
  const twin = new URL(`/zh-hant${path}`, publicUrl).href
  return html`<link rel="canonical" href="${own}"><link rel="alternate" hreflang="zh-Hans" href="${own}"><link rel="alternate" hreflang="zh-Hant" href="${twin}"><link rel="alternate" hreflang="x-default" href="${own}">`
}
