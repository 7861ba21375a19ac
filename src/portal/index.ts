import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { reviewFirstFrom } from '#foi'
import type { Module, Platform } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { dayInput } from '#platform/clock/contract'
import type { Html } from '#platform/html'
import { type App, cached, compressed, madeFrom } from '#platform/http'
import { articlePage } from './article-page.ts'
import { cataloguePage } from './catalogue-page.ts'
import { channelPage } from './channel-page.ts'
import { type Channel, channels } from './channel-tasks.ts'
import { atomFeed } from './feed.ts'
import { goingOf } from './going.ts'
import { guidePage } from './guide-page.ts'
import { homePage } from './home-page.ts'
import { missingPage } from './missing-page.ts'
import { openDataRoutes } from './open-data/routes.ts'
import { previewRoutes } from './preview-page.ts'
import { progressPage } from './progress-page.ts'
import { articleQrCode, type QrChannel, qrChannels, qrCode } from './qr-code.ts'
import { searchPage } from './search-page.ts'
import { sectionPage } from './section-page.ts'
import { siteMapPage } from './site-map-page.ts'
import { robotsTxt, sitemapFile, sitemapXml } from './sitemap-xml.ts'
import { twinRoutes } from './twins.ts'

/** A filter that makes no sense is left out; a reader is never told off for an address. */
const optional = <T extends z.ZodType>(value: T) => value.optional().catch(undefined)

function pages(app: App, platform: Platform) {
  const missing = async (reply: FastifyReply) =>
    html(reply.code(404), await missingPage(platform, reply.request.url))
  app.get('/', cached(), async (_request, reply) => send(reply, await homePage(platform), 'items', 'letters'))
  app.get('/progress', cached(), async (_request, reply) => send(reply, await progressPage(platform)))
  app.get('/site-map', cached(), async (_request, reply) => send(reply, await siteMapPage(platform)))
  app.get('/sitemap.xml', cached(), async (_request, reply) =>
    madeFrom(
      reply,
      ['site', 'items', 'letters', 'answers', 'organisation'],
      instantOf(addDays(platform.clock.today(), 1)),
    )
      .type('application/xml; charset=utf-8')
      .send(await sitemapXml(platform)),
  )
  app.get('/robots.txt', (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(robotsTxt(platform)),
  )
  const file = z.object({ name: z.string() })
  app.get('/sitemaps/:name.xml', { schema: { params: file } }, async (request, reply) => {
    const xml = await sitemapFile(platform, request.params.name)
    if (!xml) return reply.callNotFound()
    return reply.type('application/xml; charset=utf-8').send(await compressed(request, reply, xml))
  })
  searchRoute(app, platform)
  disclosureRoutes(app, platform)
  feedRoutes(app, platform)
  previewRoutes(app, platform)
  openDataRoutes(app, platform)
  qrRoutes(app, platform)
  twinRoutes(app, platform)
  for (const channel of Object.keys(channels) as Channel[])
    app.get(`/${channel}`, cached(), async (_request, reply) =>
      send(reply, await channelPage(platform, channel), 'items', 'letters'),
    )
  const section = {
    params: z.object({ code: z.string() }),
    querystring: z.object({
      after: optional(z.string()),
      before: optional(z.string()),
      year: optional(z.string()),
      month: optional(z.string()),
    }),
  }
  const sectionQuery = cached('after', 'before', 'year', 'month')
  app.get('/sections/:code', { ...sectionQuery, schema: section }, async (request, reply) => {
    const answer = await sectionPage(platform, request.params.code, goingOf(request.query))
    if (!answer) return missing(reply)
    if ('movedTo' in answer) return reply.redirect(answer.movedTo, 301)
    return send(reply, answer.page, ...answer.sectionIds.map((id) => `section:${id}`))
  })
  const article = { ...cached(), schema: { params: z.object({ id: z.string() }) } }
  app.get('/articles/:id', article, async (request, reply) => {
    const { id } = request.params
    const answer = /^\d{1,15}$/.test(id) ? await articlePage(platform, Number(id)) : undefined
    if (!answer) return missing(reply)
    return 'movedTo' in answer
      ? reply.redirect(answer.movedTo, 301)
      : send(reply.code(answer.status), answer.page, ...answer.tags)
  })
}

const searchQuery = z.object({
  q: z.string().trim().catch(''),
  section: optional(z.string().min(1)),
  kind: optional(z.string().min(1)),
  from: optional(dayInput),
  to: optional(dayInput),
  order: z.enum(['best', 'newest']).catch('best'),
  after: optional(z.string()),
})

function searchRoute(app: App, platform: Platform) {
  app.get('/search', async (request, reply) =>
    html(reply, await searchPage(platform, searchQuery.parse(request.query))),
  )
}

function disclosureRoutes(app: App, platform: Platform) {
  app.get('/guide', cached(), async (_request, reply) => {
    const page = await guidePage(platform)
    const rulesChange = instantOf(reviewFirstFrom)
    const until = platform.clock.now() < rulesChange ? rulesChange : undefined
    return html(madeFrom(reply, ['site'], until), page)
  })
  const query = z.object({
    section: optional(z.string().min(1)),
    kind: optional(z.string().min(1)),
    year: optional(z.coerce.number().int().min(1949).max(2200)),
    after: optional(z.string()),
  })
  app.get('/catalogue', cached('section', 'kind', 'year', 'after'), async (request, reply) =>
    send(reply, await cataloguePage(platform, query.parse(request.query)), 'items'),
  )
}

function qrRoutes(app: App, platform: Platform) {
  const drawing = (reply: FastifyReply, image: string | undefined) =>
    image
      ? reply.type('image/svg+xml').header('cache-control', 'public, max-age=3600').send(image)
      : reply.callNotFound()
  for (const channel of Object.keys(qrChannels) as QrChannel[])
    app.get(`/qr/${channel}.svg`, async (_request, reply) => drawing(reply, await qrCode(platform, channel)))
  const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
  app.get('/qr/articles/:id.svg', { schema: { params } }, async (request, reply) =>
    drawing(reply, await articleQrCode(platform, request.params.id)),
  )
}

function feedRoutes(app: App, platform: Platform) {
  const atom = (reply: FastifyReply, feed: string | { movedTo: string } | undefined) => {
    if (feed === undefined) return reply.callNotFound()
    if (typeof feed !== 'string') return reply.redirect(feed.movedTo, 301)
    return madeFrom(reply, ['site', 'items']).type('application/atom+xml; charset=utf-8').send(feed)
  }
  app.get('/feed.atom', cached(), async (_request, reply) => atom(reply, await atomFeed(platform)))
  const section = { ...cached(), schema: { params: z.object({ code: z.string() }) } }
  app.get('/sections/:code/feed.atom', section, async (request, reply) =>
    atom(reply, await atomFeed(platform, request.params.code)),
  )
}

const html = (reply: FastifyReply, page: Html) => reply.type('text/html; charset=utf-8').send(String(page))
/** Every page shows the agency and the sections: tag 'site'. */
const send = (reply: FastifyReply, page: Html, ...tags: string[]) =>
  html(madeFrom(reply, ['site', ...tags]), page)

export const portal = { name: 'portal', pages } satisfies Module
