import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import { type App, cached, madeFrom } from '#platform/http'
import { readAgencyFor, simplified, sitePage } from '#site'
import { applicationRoutes } from './application-routes.ts'
import { blankForm } from './blank-form.ts'
import { logPage, startPage } from './log-page.ts'
import { listPublicLog } from './public-log.ts'
import { downloadRoute } from './release/download-route.ts'
import { trackingRoutes } from './tracking-routes.ts'

/** Sends a page inside the site's frame. */
export type Show = (reply: FastifyReply, title: string, main: Html) => Promise<FastifyReply>

const logQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  after: z.coerce.number().int().positive().optional().catch(undefined),
})

export function pages(app: App, platform: Platform) {
  const show: Show = async (reply, title, main) => {
    const agency = await readAgencyFor(reply, platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/requests', text: '依申请公开' },
    ]
    const framed = html`<section class="card">${main}</section>`
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: framed })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  app.get('/requests', cached(), async (_request, reply) =>
    show(madeFrom(reply, ['site']), '依申请公开', startPage()),
  )
  app.get('/requests/form', cached(), async (_request, reply) => {
    const agency = await readAgencyFor(reply, platform.db)
    return show(madeFrom(reply, ['site']), '政府信息公开申请表', blankForm(agency))
  })
  app.get('/requests/log', cached('after'), async (request, reply) => {
    const { q: words, after } = logQuery.parse(request.query)
    const log = await listPublicLog(platform.db, { words: simplified(words), after })
    return show(madeFrom(reply, ['site', 'requests']), '依申请公开答复目录', logPage({ words, after }, log))
  })
  applicationRoutes(app, platform, show)
  trackingRoutes(app, platform, show)
  downloadRoute(app, platform)
}
