import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Module, Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Html } from '#platform/html'
import { type App, cached, madeFrom } from '#platform/http'
import { notFoundPage, readAgency } from '#site'
import { articlePage } from './article-page.ts'
import { cataloguePage } from './catalogue-page.ts'
import { type Channel, channelPage, channels } from './channel-page.ts'
import { atomFeed } from './feed.ts'
import { guidePage } from './guide-page.ts'
import { homePage, siteMapPage } from './home-page.ts'
import { openDataRoutes } from './open-data/routes.ts'
import { previewRoutes } from './preview-page.ts'
import { type QrChannel, qrChannels, qrCode } from './qr-code.ts'
import { searchPage } from './search-page.ts'
import { placeOf, sectionPage } from './section-page.ts'
import { sitemapFile, sitemapXml } from './sitemap-xml.ts'
import { traditionalRoutes } from './traditional.ts'

function pages(app: App, platform: Platform) {
  const missing = async (reply: FastifyReply) =>
    html(reply.code(404), notFoundPage(await readAgency(platform.db)))
  app.get('/', cached(), async (_request, reply) => send(reply, await homePage(platform), 'items'))
  app.get('/site-map', cached(), async (_request, reply) => send(reply, await siteMapPage(platform)))
  app.get('/sitemap.xml', cached(), async (_request, reply) =>
    madeFrom(reply, ['site', 'items'])
      .type('application/xml; charset=utf-8')
      .send(await sitemapXml(platform)),
  )
  const file = z.object({ name: z.string() })
  app.get('/sitemaps/:name.xml', { schema: { params: file } }, async (request, reply) => {
    const xml = await sitemapFile(platform, request.params.name)
    return xml ? reply.type('application/xml; charset=utf-8').send(xml) : reply.callNotFound()
  })
  searchRoute(app, platform)
  disclosureRoutes(app, platform)
  feedRoutes(app, platform)
  previewRoutes(app, platform)
  openDataRoutes(app, platform)
  traditionalRoutes(app, platform)
  for (const channel of Object.keys(channels) as Channel[])
    app.get(`/${channel}`, cached(), async (_request, reply) =>
      send(reply, await channelPage(platform, channel), 'items'),
    )
  const section = {
    params: z.object({ code: z.string() }),
    querystring: z.object({ after: z.string().optional() }),
  }
  app.get('/sections/:code', { ...cached('after'), schema: section }, async (request, reply) => {
    const answer = await sectionPage(platform, request.params.code, placeOf(request.query.after))
    if (!answer) return missing(reply)
    if ('movedTo' in answer) return reply.redirect(answer.movedTo, 301)
    return send(reply, answer.page, `section:${answer.sectionId}`)
  })
  const article = { ...cached(), schema: { params: z.object({ id: z.string() }) } }
  app.get('/articles/:id', article, async (request, reply) => {
    const { id } = request.params
    const answer = /^\d{1,15}$/.test(id) ? await articlePage(platform, Number(id)) : undefined
    if (!answer) return missing(reply)
    return 'movedTo' in answer
      ? reply.redirect(answer.movedTo, 301)
      : send(reply.code(answer.status), answer.page, `article:${id}`)
  })
}

/** A filter that makes no sense is left out; a reader is never told off for an address. */
const optional = <T extends z.ZodType>(value: T) => value.optional().catch(undefined)
const dayText = z.iso.date().transform((text) => text as Day)
const searchQuery = z.object({
  q: z.string().trim().catch(''),
  section: optional(z.string().min(1)),
  kind: optional(z.string().min(1)),
  from: optional(dayText),
  to: optional(dayText),
  order: z.enum(['best', 'newest']).catch('best'),
  after: optional(z.string()),
})

function searchRoute(app: App, platform: Platform) {
  app.get('/search', async (request, reply) =>
    html(reply, await searchPage(platform, searchQuery.parse(request.query))),
  )
}

function disclosureRoutes(app: App, platform: Platform) {
  app.get('/guide', cached(), async (_request, reply) => send(reply, await guidePage(platform)))
  const query = z.object({ section: z.string().catch(''), after: optional(z.string()) })
  app.get('/catalogue', cached('section', 'after'), async (request, reply) => {
    const { section, after } = query.parse(request.query)
    return send(reply, await cataloguePage(platform, section, after), 'items')
  })
}

function feedRoutes(app: App, platform: Platform) {
  const atom = (reply: FastifyReply, feed: string | undefined) =>
    feed === undefined
      ? reply.callNotFound()
      : madeFrom(reply, ['site', 'items']).type('application/atom+xml; charset=utf-8').send(feed)
  app.get('/feed.atom', cached(), async (_request, reply) => atom(reply, await atomFeed(platform)))
  const section = { ...cached(), schema: { params: z.object({ code: z.string() }) } }
  app.get('/sections/:code/feed.atom', section, async (request, reply) =>
    atom(reply, await atomFeed(platform, request.params.code)),
  )
  for (const channel of Object.keys(qrChannels) as QrChannel[])
    app.get(`/qr/${channel}.svg`, async (_request, reply) => {
      const image = await qrCode(platform, channel)
      if (!image) return reply.callNotFound()
      return reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(image)
    })
}

const html = (reply: FastifyReply, page: Html) => reply.type('text/html; charset=utf-8').send(String(page))
/** Every page shows the agency and the sections: tag 'site'. */
const send = (reply: FastifyReply, page: Html, ...tags: string[]) =>
  html(madeFrom(reply, ['site', ...tags]), page)

export const portal = { name: 'portal', pages } satisfies Module
