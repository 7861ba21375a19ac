import { z } from 'zod'
import { html } from '#platform/html'
import type { App } from '#platform/http'
import { twinLinks } from './twin-links.ts'

const elderCookie = 'elder'
/** Unit: seconds. */
const remembered = 180 * 24 * 3600
const place = z.object({
  to: z
    .string()
    .regex(/^\/(?![/\\])/)
    .catch('/'),
})
const choice = z.object({ on: z.enum(['0', '1']).catch('0') })
const choices = /<a class="script"[^>]*>[^<]*<\/a><form method="post" action="\/elder">.*?<\/form>/
const chosen = /(?:^|;\s*)elder=1(?:;|$)/

/** The form of a page that a reader's cookie asks for; a page is kept once for each. */
export const readerVariant = (cookie: string) => (chosen.test(cookie) ? 'elder' : '')

/**
 * What a page shows of the reader: large text when chosen, and the address of this page in the other script and for
 * whoever reports an error on it.
 * A reader who chose nothing has no cookie.
 */
export function readerChoices(app: App, publicUrl: string) {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (typeof payload !== 'string' || !type.startsWith('text/html')) return payload
    const twin = String(html`href="/zh-hant${request.url}"`)
    const there = String(html`action="/elder?to=${encodeURIComponent(request.url)}"`)
    // The answer to a form has no address to come back to: a choice would lose what stands on it.
    const offered = request.method === 'POST' ? payload.replace(choices, '') : payload
    const page = offered
      .replace('href="/zh-hant/"', () => twin)
      .replace('action="/elder"', () => there)
      .replace('href="/site-errors/new"', () => errorEntry(request.url))
      .replace('</head>', (end) => `${reply.statusCode === 200 ? twinLinks(request, publicUrl) : ''}${end}`)
    return readerVariant(request.headers.cookie ?? '') === 'elder' ? elder(page) : page
  })
  app.post('/elder', async (request, reply) => {
    const { on } = choice.parse(request.body ?? {})
    const { to } = place.parse(request.query)
    const age = on === '1' ? remembered : 0
    reply.header('set-cookie', `${elderCookie}=${on}; Path=/; Max-Age=${age}; SameSite=Lax; HttpOnly`)
    return reply.redirect(to, 303)
  })
}

/** A preview's address is a secret and the form's own says nothing: neither goes along. */
const errorEntry = (url: string) =>
  /^\/(?:preview|site-errors)(?:\/|$)/.test(url)
    ? 'href="/site-errors/new"'
    : String(html`href="/site-errors/new?page=${encodeURIComponent(url)}"`)

const elder = (page: string) =>
  page
    .replace('<html lang="zh-CN"', '<html lang="zh-CN" class="elder"')
    .replace('<button name="on" value="1">长辈版</button>', '<button name="on" value="0">标准版</button>')
