import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import type { App } from '#platform/http'
import { readAgencyFor, sitePage } from '#site'
import { formRoutes } from './pages/form-routes.ts'
import { listRoutes } from './pages/list-routes.ts'
import { senderRoutes } from './pages/sender-routes.ts'
import type { Show } from './pages/show.ts'
import { replyFilePages } from './reply-files/routes.ts'

export function pages(app: App, platform: Platform) {
  const show: Show = async (reply, title, main: Html, tags = []) => {
    const agency = await readAgencyFor(reply, platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/letters', text: '来信和答复' },
    ]
    const card = html`<section class="card">${main}</section>`
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, tags, trail, main: card })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  listRoutes(app, platform, show)
  formRoutes(app, platform, show)
  senderRoutes(app, platform, show)
  replyFilePages(app, platform)
}
