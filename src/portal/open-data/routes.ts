import type { FastifyReply, FastifyRequest } from 'fastify'
import { requireStaff } from '#people'
import { type Platform, Refusal, refuse } from '#platform'
import { type App, cached, madeFrom } from '#platform/http'
import {
  articleList,
  articleParams,
  articlesQuery,
  hitList,
  searchQuery,
  sectionList,
  wholeArticle,
} from './contract.ts'
import { openDataPage } from './page.ts'
import { addressesOf, readArticle, readArticles, readHits, readSections } from './read.ts'

const filters = Object.keys(articlesQuery.shape)

/** The read interface that anybody may build on: published rows only, the same visibility as the pages (ADR 0008). */
export function openDataRoutes(app: App, platform: Platform) {
  const { db, config } = platform
  const at = addressesOf(config)
  const open = { onRequest: async (_request: FastifyRequest, reply: FastifyReply) => void crossOrigin(reply) }
  const sections = { response: { 200: sectionList }, summary: '栏目', description: '全部公开栏目。' }
  app.get('/api/sections', { ...cached(), ...open, schema: sections }, async (_request, reply) => {
    madeFrom(reply, ['site'])
    return { items: await readSections(db, at) }
  })
  const articles = {
    querystring: articlesQuery,
    response: { 200: articleList },
    summary: '信息列表',
    description: '公开的信息，按发布时间从新到旧；下一页用 next 里的地址。',
  }
  app.get('/api/articles', { ...cached(...filters), ...open, schema: articles }, async (request, reply) => {
    madeFrom(reply, ['site', 'items'])
    return readArticles(db, at, request.query)
  })
  const article = {
    params: articleParams,
    response: { 200: wholeArticle },
    summary: '一条信息',
    description: '正文、附件和相关政策或者解读。已撤下的为 410，并入其他信息的为 301。',
  }
  app.get('/api/articles/:id', { ...cached(), ...open, schema: article }, async (request, reply) => {
    const { id } = request.params
    const found = await readArticle(db, at, id)
    if (!found) throw refuse('not_found')
    if (found.state === 'merged') return reply.redirect(`/api/articles/${found.mergedInto}`, 301)
    if (found.state === 'gone') throw gone(found.article.stateText)
    madeFrom(reply, ['site', `article:${id}`])
    return found.article
  })
  const hits = {
    querystring: searchQuery,
    response: { 200: hitList },
    summary: '搜索',
    description: '标题含关键词的在前，同等的新的在前；最多 100 条，用栏目、文种、日期缩小范围。',
  }
  app.get('/api/search', { ...open, schema: hits }, async (request) => ({
    items: await readHits(db, at, request.query),
  }))
  documentRoutes(app, platform, open)
}

function documentRoutes(app: App, platform: Platform, open: object) {
  app.get('/api/openapi.json', open, async () => app.publicApi())
  app.get('/api/staff/openapi.json', async (request) => {
    requireStaff(request)
    return app.staffApi()
  })
  app.options('/api/*', async (_request, reply) =>
    crossOrigin(reply)
      .header('access-control-allow-methods', 'GET, HEAD')
      .header('access-control-allow-headers', 'if-none-match')
      .header('access-control-max-age', '86400')
      .code(204)
      .send(),
  )
  app.get('/open-data', cached(), async (_request, reply) =>
    madeFrom(reply, ['site'])
      .type('text/html; charset=utf-8')
      .send(String(await openDataPage(platform))),
  )
}

/** Other sites' scripts may read what everybody may read; no cookie is looked at. */
const crossOrigin = (reply: FastifyReply) =>
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'etag, x-request-id')
    .header('cross-origin-resource-policy', 'cross-origin')

const gone = (reason: string) =>
  new Refusal('gone', { status: 410, text: `这条信息已经撤下。原因：${reason}` })
