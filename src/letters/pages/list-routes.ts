import { z } from 'zod'
import type { Platform } from '#platform'
import { addDays, instantOf } from '#platform/clock'
import { type App, cached, madeFrom } from '#platform/http'
import { articleTags, readAgency, simplified } from '#site'
import { countYear, yearsOfLetters } from '../counts/monthly.ts'
import { getReleased, listReleased, shownAttachments } from '../released-letters.ts'
import { publicReplyFiles } from '../reply-files/store.ts'
import { listMailboxes } from '../store.ts'
import { listTopics } from '../topics/store.ts'
import { withinTopic } from '../topics/topic-tree.ts'
import { letterListPage, letterPage, statisticsPage } from './public-pages.ts'
import type { Show } from './show.ts'

const positive = z.coerce.number().int().positive().optional().catch(undefined)
const listQuery = z.object({
  q: z.string().trim().max(100).catch(''),
  mailbox: z.string().max(50).catch(''),
  topic: positive,
  after: positive,
})
const params = z.object({ id: z.coerce.number().int().positive().catch(0) })
const yearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) })

export function listRoutes(app: App, platform: Platform, show: Show) {
  const { db, clock } = platform
  app.get('/letters', cached('mailbox', 'topic', 'after'), async (request, reply) => {
    const { q: words, mailbox, topic, after } = listQuery.parse(request.query)
    const [boxes, topics, agency] = await Promise.all([listMailboxes(db), listTopics(db), readAgency(db)])
    const within = topic ? withinTopic(topics, topic) : undefined
    const list = await listReleased(db, { words: simplified(words), mailbox, topics: within, after })
    const firstLevel = topics.filter((known) => known.level === 1 && known.inUse)
    const choices = {
      mailboxes: boxes.filter((box) => box.in_use),
      topics: firstLevel.map((known) => ({ key: String(known.id), name: known.name })),
      agency: agency.siteName,
    }
    madeFrom(reply, ['site', 'letters'])
    return show(reply, '来信和答复', letterListPage({ words, mailbox, topic, after }, list, choices))
  })
  app.get('/letters/statistics', cached('year'), async (request, reply) => {
    const years = await yearsOfLetters(db)
    const year = yearQuery.parse(request.query).year ?? years[0] ?? Number(clock.today().slice(0, 4))
    madeFrom(reply, ['site', 'letters'], instantOf(addDays(clock.today(), 1)))
    return show(reply, `${year}年来信统计`, statisticsPage(year, years, await countYear(db, year)))
  })
  app.get('/letters/:id', { ...cached(), schema: { params } }, async (request, reply) => {
    const letter = await getReleased(db, request.params.id)
    const [{ siteName }, attachments, files] = await Promise.all([
      readAgency(db),
      shownAttachments(db, letter.id),
      publicReplyFiles(db, letter.id),
    ])
    madeFrom(reply, ['site', `letter:${letter.id}`])
    const source = `${siteName}${letter.unit ?? ''}`
    const publishedAt = letter.repliedAt ?? instantOf(letter.receivedOn)
    const tags = articleTags({ title: letter.subjectPublic, publishedAt, source })
    return show(reply, letter.subjectPublic, letterPage(letter, siteName, attachments, files), tags)
  })
}
