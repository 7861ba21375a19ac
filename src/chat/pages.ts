import type { Platform } from '#platform'
import { html } from '#platform/html'
import type { App } from '#platform/http'
import { readAgencyFor, sitePage } from '#site'
import { askRoutes } from './pages/ask-routes.ts'
import type { Show } from './pages/show.ts'
import { talkRoutes } from './pages/talk-routes.ts'

/** Everything here belongs to one reader: number and code travel in forms, no address leads to a talk, nothing is kept. */
export function pages(app: App, platform: Platform) {
  const show: Show = async (reply, title, main) => {
    reply.header('cache-control', 'no-store')
    const agency = await readAgencyFor(reply, platform.db)
    const trail = [
      { href: '/', text: '首页' },
      { href: '/chat', text: '在线交流' },
    ]
    const card = html`<section class="card">${main}</section>`
    const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: card })
    return reply.type('text/html; charset=utf-8').send(String(page))
  }
  askRoutes(app, platform, show)
  talkRoutes(app, platform, show)
}
