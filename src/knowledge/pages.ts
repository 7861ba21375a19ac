import type { FastifyReply } from 'fastify'
import { Feed } from 'feed'
import { z } from 'zod'
import { type Platform, refuse } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { type Html, html, join } from '#platform/html'
import { type App, cached, madeFrom } from '#platform/http'
import { readAgency, readAgencyFor, sitePage } from '#site'
import { countSolved, findMergedInto, findPublic, listPublic } from './entries/store.ts'

const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
/** Per address and minute. */
const votes = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }
type Shown = NonNullable<Awaited<ReturnType<typeof findPublic>>>

/** Public questions and answers by topic. Unpublished, expired and internal ones are not found. */
export function pages(app: App, platform: Platform) {
  const { db, clock } = platform
  // An entry falls out of use with its policy or after its last day.
  const kept = (reply: FastifyReply, ...tags: string[]) =>
    madeFrom(reply, ['site', ...tags], instantOf(addDays(clock.today(), 1)))
  app.get('/answers', cached(), async (_request, reply) => {
    const list = listPage(await listPublic(db, clock.today()))
    return show(platform, kept(reply, 'answers', 'items'), '常见问题', list)
  })
  app.get('/answers/feed.atom', cached(), async (_request, reply) =>
    kept(reply, 'answers', 'items')
      .type('application/atom+xml; charset=utf-8')
      .send(await feedOf(platform)),
  )
  app.get('/answers/:id', { ...cached(), schema: { params } }, async (request, reply) => {
    const into = await findMergedInto(db, request.params.id)
    if (into) return reply.redirect(`/answers/${into}`, 301)
    const entry = await getPublic(platform, request.params.id)
    kept(
      reply,
      `answer:${entry.id}`,
      ...(entry.source_article_id ? [`article:${entry.source_article_id}`] : []),
    )
    return show(platform, reply, entry.question, entryPage(entry))
  })
  app.post('/answers/:id/solved', { ...votes, schema: { params } }, async (request, reply) => {
    const { id } = await getPublic(platform, request.params.id)
    await platform.inTransaction(async (tx) => {
      await countSolved(tx, id)
      await platform.cache.touch(tx, ['answers', `answer:${id}`])
    })
    return reply.redirect(`/answers/${id}`, 303)
  })
}

/** Throws: Refusal not_found. */
async function getPublic({ db, clock }: Platform, id: number): Promise<Shown> {
  const entry = await findPublic(db, clock.today(), id)
  if (!entry) throw refuse('not_found')
  return entry
}

async function show({ db }: Platform, reply: FastifyReply, title: string, main: Html) {
  const agency = await readAgencyFor(reply, db)
  const trail = [
    { href: '/', text: '首页' },
    { href: '/answers', text: '常见问题' },
  ]
  const card = html`<section class="card">${main}</section>`
  const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, trail, main: card })
  return reply.type('text/html; charset=utf-8').send(String(page))
}

function listPage(entries: readonly Shown[]): Html {
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)].map(([topic, list]) => {
    const rows = list.map(({ id, question }) => html`<li><a href="/answers/${id}">${question}</a></li>`)
    return html`<h2>${topic}</h2><ul>${join(rows)}</ul>`
  })
  return html`<h1>常见问题</h1>
${topics.length ? join(topics) : html`<p>暂时没有公开的问答，您可以写信或者致电询问。</p>`}
<div class="actions"><a class="button" href="/letters/new">没有找到，我要写信</a><a class="button" href="/answers/feed.atom">订阅</a></div>`
}

function entryPage({ id, question, answer, solved, source_article_id: source }: Shown): Html {
  const paragraphs = answer.split(/\n+/).map((line) => html`<p>${line}</p>`)
  return html`<h1>${question}</h1><div class="prose">${join(paragraphs)}</div>
${source ? html`<p>依据：<a href="/articles/${source}">查看政策原文</a></p>` : ''}
<p class="quiet">已有${solved}人表示解决了问题。</p>
<form class="actions" method="post" action="/answers/${id}/solved"><button>解决了我的问题</button></form>`
}

/** Atom (RFC 4287). */
async function feedOf({ db, clock, config }: Platform): Promise<string> {
  const { siteName } = await readAgency(db)
  const at = (path: string) => new URL(path, config.publicUrl).href
  const entries = await listPublic(db, clock.today())
  const feed = new Feed({
    id: at('/answers'),
    link: at('/answers'),
    title: `常见问题 - ${siteName}`,
    language: 'zh-CN',
    copyright: siteName,
    generator: 'Gongkai',
    updated: clock.now(),
    feedLinks: { atom: at('/answers/feed.atom') },
  })
  for (const entry of entries) {
    const link = at(`/answers/${entry.id}`)
    feed.addItem({ title: entry.question, id: link, link, date: entry.reviewed_at ?? clock.now() })
  }
  return feed.atom1()
}
