import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, refuse } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { type Html, html } from '#platform/html'
import { type App, cached, madeFrom } from '#platform/http'
import { articleTags, readAgencyFor, sitePage } from '#site'
import { countSolved } from './entries/count-solved.ts'
import { findMergedInto, findPublic, listPublic, type PublicEntry } from './entries/public-entries.ts'
import { listSources } from './entries/source-store.ts'
import { answersFeed } from './pages/answers-feed.ts'
import { entryPage } from './pages/entry-page.ts'
import { listPage, topicPage, topicPath } from './pages/list-page.ts'

const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
const topicParams = z.object({ topic: z.string().max(100) })
/** Per address and minute. */
const votes = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }

/** Public questions and answers, all, by topic and each; with feeds. Unpublished, expired and internal ones are not found. */
export function pages(app: App, platform: Platform) {
  listRoutes(app, platform)
  const { db } = platform
  app.get('/answers/:id', { ...cached(), schema: { params } }, async (request, reply) => {
    const { id } = request.params
    const into = await findMergedInto(db, platform.clock.today(), id)
    if (into) return reply.redirect(`/answers/${into}`, 301)
    const entry = await getPublic(platform, id)
    const sources = await listSources(db, id)
    kept(platform, reply, `answer:${id}`, ...sources.map(({ articleId }) => `article:${articleId}`))
    const more = [{ href: topicPath(entry.topic), text: entry.topic }]
    return show(platform, reply, entry.question, entryPage(entry, sources), more, entry)
  })
  app.post('/answers/:id/solved', { ...votes, schema: { params } }, async (request, reply) => {
    const { id } = await getPublic(platform, request.params.id)
    await countSolved(platform, id, request.ip)
    return reply.redirect(`/answers/${id}`, 303)
  })
}

function listRoutes(app: App, platform: Platform) {
  const { db, clock } = platform
  app.get('/answers', cached(), async (_request, reply) => {
    const list = listPage(await listPublic(db, clock.today()))
    return show(platform, kept(platform, reply, 'answers', 'items'), '常见问题', list)
  })
  app.get('/answers/feed.atom', cached(), async (_request, reply) =>
    sendFeed(kept(platform, reply, 'answers', 'items'), await answersFeed(platform)),
  )
  app.get(
    '/answers/topics/:topic',
    { ...cached(), schema: { params: topicParams } },
    async (request, reply) => {
      const { topic } = request.params
      const entries = await listTopic(platform, topic)
      return show(
        platform,
        kept(platform, reply, 'answers', 'items'),
        `${topic} - 常见问题`,
        topicPage(topic, entries),
      )
    },
  )
  app.get(
    '/answers/topics/:topic/feed.atom',
    { ...cached(), schema: { params: topicParams } },
    async (request, reply) => {
      const { topic } = request.params
      await listTopic(platform, topic)
      return sendFeed(kept(platform, reply, 'answers', 'items'), await answersFeed(platform, topic))
    },
  )
}

/** An entry falls out of use with its policy or after its last day. */
const kept = ({ clock }: Platform, reply: FastifyReply, ...tags: string[]) =>
  madeFrom(reply, ['site', ...tags], instantOf(addDays(clock.today(), 1)))

const sendFeed = (reply: FastifyReply, atom: string) =>
  reply.type('application/atom+xml; charset=utf-8').send(atom)

/** Throws: Refusal not_found. */
async function listTopic({ db, clock }: Platform, topic: string): Promise<PublicEntry[]> {
  const entries = await listPublic(db, clock.today(), topic)
  if (entries.length === 0) throw refuse('not_found')
  return entries
}

/** Throws: Refusal not_found. */
async function getPublic({ db, clock }: Platform, id: number): Promise<PublicEntry> {
  const entry = await findPublic(db, clock.today(), id)
  if (!entry) throw refuse('not_found')
  return entry
}

type Step = { href: string; text: string }
async function show(
  { db, clock }: Platform,
  reply: FastifyReply,
  title: string,
  main: Html,
  more: readonly Step[] = [],
  entry?: PublicEntry,
) {
  const agency = await readAgencyFor(reply, db)
  const trail = [{ href: '/', text: '首页' }, { href: '/answers', text: '常见问题' }, ...more]
  const card = html`<section class="card">${main}</section>`
  const publishedAt = entry?.reviewed_at ?? clock.now()
  const tags = entry ? articleTags({ title, publishedAt, source: agency.hostName || agency.siteName }) : []
  const page = sitePage(agency, { title: `${title} - ${agency.siteName}`, tags, trail, main: card })
  return reply.type('text/html; charset=utf-8').send(String(page))
}
