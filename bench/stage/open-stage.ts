import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Platform } from '#platform'
import { instantOf, systemClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { sql } from '#platform/db'
import { createLog } from '#platform/log'
import { articleContent, publishMany, readyText } from '#publishing'
import { createPlatform } from '../../src/create-platform.ts'
import { execute, startTestPostgres, withDatabase } from '../../test/postgres.ts'
import { benchTexts } from './text.ts'

export type Stage = {
  platform: Platform
  databaseUrl: string
  dataDir: string
  sectionId: number
  /** Whose text fills it, for the report. */
  from: string
  fill(from: number, to: number): Promise<void>
  /** The same, with the word index taken away meanwhile: for numbers that would take too long. */
  fillFast(from: number, to: number): Promise<void>
  close(): Promise<void>
}
const itemsPerTransaction = 1_000

/** A database of the bench's own, empty but for one section and the agency; gone when closed. */
export async function openStage(): Promise<Stage> {
  const postgres = await startTestPostgres()
  await execute(postgres.url, 'create database bench template gongkai_template')
  const databaseUrl = withDatabase(postgres.url, 'bench')
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const config = {
    ...readConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl }),
    secretKey: 'bench'.repeat(16),
  }
  const platform = createPlatform({ config, databaseUrl, clock: systemClock, log: createLog('silent') })
  const tags = { description: '通知和公告', keywords: '通知', column_type: '通知公告' }
  const section = { code: 'notices', name: '通知公告', kind: 'notices', ...tags }
  const { db } = platform
  const { id } = await db.insertInto('sections').values(section).returning('id').executeTakeFirstOrThrow()
  const settings = JSON.stringify({ siteName: '江州市财政局', hostName: '江州市财政局' })
  await db.insertInto('agency').values({ settings }).execute()
  const texts = benchTexts()
  return {
    platform,
    databaseUrl,
    dataDir,
    sectionId: id,
    from: texts.from,
    fill: (from, to) => fill(platform, id, texts.at, from, to),
    fillFast: async (from, to) => {
      await sql`drop index published_article_search_words`.execute(db)
      await fill(platform, id, texts.at, from, to)
      await sql`create index published_article_search_words on published_article_search using gin (words) with (gin_pending_list_limit = 256)`.execute(
        db,
      )
    },
    close: async () => {
      await platform.close()
      await postgres.stop()
    },
  }
}

/** Items numbered `from` up to `to`, 72 a day, two transactions at a time, the search index filled as in life. */
async function fill(
  platform: Platform,
  sectionId: number,
  at: ReturnType<typeof benchTexts>['at'],
  from: number,
  to: number,
) {
  const first = instantOf('2009-01-01' as never, '09:00').getTime()
  const make = (nth: number) => {
    const { title, body } = at(nth)
    const content = articleContent.parse({
      sectionId,
      title,
      sourceName: '江州市财政局',
      bodyHtml: `<p>${escaped(body)}</p>`,
    })
    const publishedAt = new Date(first + nth * 1_200_000)
    return { content: readyText(content), publishedAt, importKey: `bench:${nth}`, createdBy: null }
  }
  let next = from
  const work = async () => {
    while (next < to) {
      const start = next
      next = Math.min(to, start + itemsPerTransaction)
      const items = Array.from({ length: next - start }, (_, nth) => make(start + nth))
      await platform.inTransaction((tx) => publishMany(tx, items, new Date()))
      process.stderr.write(`\r${next} items`)
    }
  }
  await Promise.all([work(), work()])
  process.stderr.write('\n')
  await sql`vacuum analyze published_articles`.execute(platform.db)
  await sql`vacuum analyze published_article_search`.execute(platform.db)
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
