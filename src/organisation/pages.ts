import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, refuse } from '#platform'
import type { Html } from '#platform/html'
import { type App, cached, madeFrom } from '#platform/http'
import { sendFile } from '#publishing'
import { departmentsPage, functionsPage } from './department-pages.ts'
import { leaderPage, leadersPage } from './leader-pages.ts'
import { findPortrait } from './store.ts'

const params = z.object({ id: z.coerce.number().int().positive().catch(0) })

/** 领导信息, 机构设置, 机构职能. What is not shown is 404. */
export function pages(app: App, platform: Platform) {
  app.get('/leaders', cached(), async (_request, reply) => send(reply, await leadersPage(platform)))
  app.get('/leaders/:id', { ...cached(), schema: { params } }, async (request, reply) => {
    const page = await leaderPage(platform, request.params.id)
    if (!page) throw refuse('not_found')
    return send(reply, page)
  })
  app.get('/leaders/:id/portrait', { schema: { params } }, async (request, reply) => {
    const found = await findPortrait(platform.db, request.params.id)
    return sendFile(platform, request, reply, found, 'public, max-age=300')
  })
  app.get('/departments', cached(), async (_request, reply) => send(reply, await departmentsPage(platform)))
  app.get('/functions', cached(), async (_request, reply) => send(reply, await functionsPage(platform)))
}

const send = (reply: FastifyReply, page: Html) =>
  madeFrom(reply, ['site', 'organisation']).type('text/html; charset=utf-8').send(String(page))
