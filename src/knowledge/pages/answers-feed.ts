import { Feed } from 'feed'
import type { Platform } from '#platform'
import { html, join } from '#platform/html'
import { readAgency } from '#site'
import { listPublic } from '../entries/public-entries.ts'
import { topicPath } from './list-page.ts'

/** Atom (RFC 4287): answers in full, each as of its last review; the feed as of the newest of them. */
export async function answersFeed({ db, clock, config }: Platform, topic?: string): Promise<string> {
  const { siteName } = await readAgency(db)
  const at = (path: string) => new URL(path, config.publicUrl).href
  const list = topic === undefined ? '/answers' : topicPath(topic)
  const entries = (await listPublic(db, clock.today(), topic)).map((entry) => ({
    ...entry,
    at: entry.reviewed_at ?? clock.now(),
  }))
  const newest = entries.reduce<Date | undefined>(
    (last, entry) => (last && last > entry.at ? last : entry.at),
    undefined,
  )
  const feed = new Feed({
    id: at(list),
    link: at(list),
    title: `${topic ?? '常见问题'} - ${siteName}`,
    language: 'zh-CN',
    copyright: siteName,
    generator: 'Gongkai',
    updated: newest ?? clock.now(),
    feedLinks: { atom: at(`${list}/feed.atom`) },
  })
  for (const entry of entries.sort((one, other) => +other.at - +one.at)) {
    const link = at(`/answers/${entry.id}`)
    feed.addItem({
      title: entry.question,
      id: link,
      link,
      date: entry.at,
      content: paragraphs(entry.answer),
      category: [{ name: entry.topic }],
    })
  }
  return feed.atom1()
}

/** As HTML: the feed says so of its content. */
const paragraphs = (text: string): string =>
  String(join(text.split(/\n+/).map((line) => html`<p>${line}</p>`)))
