import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Platform } from '#platform'
import { html } from '#platform/html'
import type { App } from '#platform/http'
import { findPreview, findPreviewFile, sendFile } from '#publishing'
import { notFoundPage, readAgency } from '#site'
import { renderArticle } from './render-article.ts'
import { findAbove, listRelated, listSuccession } from './store.ts'

const token = z.string().max(100)
const banner = html`<p class="notice" role="status"><strong>预览</strong>：本页面尚未公开，仅供核对，请勿转发。内容和版式与发布后一致。</p>`

/** The item as the public will see it, behind a secret address. Never cached, never indexed. */
export function previewRoutes(app: App, platform: Platform) {
  const params = z.object({ token })
  app.get('/preview/:token', { schema: { params } }, async (request, reply) => {
    secret(reply).type('text/html; charset=utf-8')
    const page = await previewPage(platform, request.params.token)
    return page
      ? reply.send(String(page))
      : reply.code(404).send(String(notFoundPage(await readAgency(platform.db))))
  })
  const file = z.object({ token, id: z.coerce.number().int().positive().catch(0) })
  app.get('/preview/:token/files/:id', { schema: { params: file } }, async (request, reply) => {
    const found = await findPreviewFile(platform, request.params.token, request.params.id)
    return sendFile(platform, request, secret(reply), found, 'no-store')
  })
}

async function previewPage(platform: Platform, token: string) {
  const found = await findPreview(platform, token)
  if (!found) return undefined
  const { item } = found
  const [agency, related, succession, above] = await Promise.all([
    readAgency(platform.db),
    listRelated(platform.db, item.article_id),
    listSuccession(platform.db, item.article_id, item.successor_id),
    findAbove(platform.db, item.code),
  ])
  const shown = { ...found, related, succession, above, filesAt: `/preview/${token}/files`, banner }
  return renderArticle(agency, shown, { tags: [['robots', 'noindex, nofollow']] })
}

const secret = (reply: FastifyReply) =>
  reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex, nofollow')
