import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../src/app.ts'
import { importArticles } from '../src/publishing/import-articles.ts'
import type { Bench, Measured } from './run.ts'
import { openStage, type Stage } from './stage/open-stage.ts'
import { median, percentile } from './stage/programs.ts'
import { benchTexts } from './stage/text.ts'

const [few, many] = [25_000, 250_000]
const searchLimitMs = 30
const importLimitSeconds = 60
const searches = 150

/** Search, deep paging and import, each at its full size. */
export const bench: Bench = {
  name: 'search',
  about:
    'A search is one whole answer of the read interface (20 hits, best first). Half of the words are pieces of titles, a quarter are words that stand in most items, a quarter stand nowhere or in one item. Page 1,000 is against page 1 of the same section.',
  run: async () => {
    const stage = await openStage()
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'))
    try {
      const importing = await importRate(stage, join(folder, 'articles.jsonl'))
      const small = await searchTimes(stage, few)
      await stage.fillFast(few, many)
      return [importing, ...small, ...(await searchTimes(stage, many)), await paging(stage)]
    } finally {
      rmSync(folder, { recursive: true })
      await stage.close()
    }
  },
}

async function importRate({ platform }: Stage, file: string): Promise<Measured> {
  const { at } = benchTexts()
  const rows = Array.from({ length: few }, (_, nth) => {
    const on = new Date(Date.UTC(2009, 0, 1) + nth * 1_200_000).toISOString().slice(0, 10)
    return JSON.stringify({ ...at(nth), published_on: on, column: '通知公告', source_name: '江州市财政局' })
  })
  writeFileSync(file, rows.join('\n'))
  const started = performance.now()
  await importArticles(platform, file)
  const value = (performance.now() - started) / 1000
  return {
    what: `${few} articles taken over from a file`,
    value,
    unit: 's',
    against: `limit ${importLimitSeconds} s, ${Math.round(few / value)} a second`,
    ratio: value / importLimitSeconds,
  }
}

const common = ['通知', '关于', '财政', '工作', '管理', '企业', '服务', '的', '20', '公告']

function words(nth: number): string {
  const { at } = benchTextsOnce
  if (nth % 4 === 0) return common[(nth / 4) % common.length] as string
  if (nth % 4 === 1)
    return nth % 8 === 1 ? `从无此词${nth}` : `${at(nth * 31).title.slice(0, 30)}（${nth * 31}）`
  const { title } = at(nth * 97)
  const start = (nth * 3) % Math.max(1, title.length - 6)
  return title.slice(start, start + 2 + (nth % 3) * 2)
}
const benchTextsOnce = benchTexts()

async function searchTimes({ platform }: Stage, items: number): Promise<Measured[]> {
  const app = await createApp(platform)
  const took: { word: string; ms: number }[] = []
  for (let nth = 0; nth < searches; nth++) {
    const word = words(nth)
    const url = `/api/search?q=${encodeURIComponent(word)}`
    const started = performance.now()
    const answer = await app.inject(url)
    if (nth >= 10) took.push({ word, ms: performance.now() - started })
    if (answer.statusCode !== 200) throw new Error(`${word}: ${answer.body}`)
  }
  await app.close()
  const times = took.map(({ ms }) => ms)
  const slowest = took.reduce((one, other) => (other.ms > one.ms ? other : one))
  process.stderr.write(`slowest: ${slowest.word} ${slowest.ms.toFixed(1)} ms\n`)
  const row = (what: string, value: number) => ({
    what: `search in ${items} articles, ${what}`,
    value,
    unit: 'ms',
    against: `limit ${searchLimitMs} ms`,
    ratio: value / searchLimitMs,
  })
  return [row('median', median(times)), row('p95', percentile(times, 0.95))]
}

async function paging({ platform, sectionId }: Stage): Promise<Measured> {
  const app = await createApp(platform)
  const place = await platform.db
    .selectFrom('published_articles')
    .select(['published_at', 'article_id'])
    .where('section_id', '=', sectionId)
    .orderBy('published_at', 'desc')
    .orderBy('article_id', 'desc')
    .offset(999 * 20 - 1)
    .limit(1)
    .executeTakeFirstOrThrow()
  const timed = async (url: string) => {
    const took: number[] = []
    for (let nth = 0; nth < 30; nth++) {
      const started = performance.now()
      await app.inject(url)
      took.push(performance.now() - started)
    }
    return median(took)
  }
  const deep = `/sections/notices?after=${place.published_at.toISOString()}_${place.article_id}`
  const [first, last] = [await timed('/sections/notices'), await timed(deep)]
  await app.close()
  return {
    what: 'page 1,000 of a section',
    value: last,
    unit: 'ms',
    against: `page 1 in ${first.toFixed(1)} ms`,
    ratio: last / first,
  }
}
