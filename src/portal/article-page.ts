import type { Platform } from '#platform'
import { type Html, html } from '#platform/html'
import { type Agency, gonePage, readAgency } from '#site'
import { articleData } from './article-data.ts'
import { itemList } from './item-list.ts'
import { renderArticle } from './render-article.ts'
import {
  findAbove,
  findPublished,
  listAttachments,
  listBeside,
  listItems,
  listRelated,
  listSuccession,
  type PublishedItem,
} from './store.ts'
import { titled } from './titled.ts'

/** `tags` name what the page was made from. */
type Answer = { status: 200 | 410; page: Html; tags: string[] } | { movedTo: string } | undefined
const newestShown = 5

/** The page of a public item, its typed end, or undefined: what is not public does not exist here. */
export async function articlePage({ db, config }: Platform, id: number): Promise<Answer> {
  const item = await findPublished(db, id)
  if (!item) return undefined
  if (item.state === 'merged') return { movedTo: `/articles/${item.merged_into_id}` }
  const agency = await readAgency(db)
  const tags = [`article:${id}`]
  if (item.state === 'gone')
    return { status: 410, page: await gone(db, agency, item), tags: [...tags, `section:${item.section_id}`] }
  const [attachments, related, succession, beside, above] = await Promise.all([
    item.state === 'notice' ? [] : listAttachments(db, id),
    listRelated(db, id),
    listSuccession(db, id, item.successor_id),
    listBeside(db, item),
    findAbove(db, item.code),
  ])
  const shown = { item, attachments, related, succession, above, filesAt: '/files' }
  const data = articleData(agency, item, config.publicUrl)
  const page = renderArticle(agency, { ...shown, near: neighbours(item, beside) }, { data })
  return { status: 200, page, tags: [...tags, ...besideTags(item, beside)] }
}

type Beside = Awaited<ReturnType<typeof listBeside>>

/** A neighbour that changes or goes changes the page; a new item of the section only that of the newest. */
const besideTags = (item: PublishedItem, { newer, older }: Beside) => [
  newer ? `article:${newer.article_id}` : `section:${item.section_id}`,
  ...(older ? [`article:${older.article_id}`] : []),
]

/** The items before and after it in its section. */
function neighbours(item: PublishedItem, { newer, older }: Beside): Html {
  if (!newer && !older) return html``
  const line = (name: string, rel: string, to: Beside['newer']) =>
    to
      ? html`<li>${name}：<a rel="${rel}" href="/articles/${to.article_id}">${to.title}</a></li>`
      : html`<li class="quiet">${name}：没有了</li>`
  return html`<nav class="card" aria-label="${item.name}的上一条和下一条"><ul class="neighbours">${line('上一条', 'prev', newer)}${line('下一条', 'next', older)}</ul></nav>`
}

async function gone(db: Platform['db'], agency: Agency, item: PublishedItem): Promise<Html> {
  const withdrawn = { title: item.title, on: item.state_on ?? '', reason: item.state_text }
  const newest = await listItems(db, item.section_id, {}, newestShown)
  const more = html`<section class="card">${titled(`${item.name}的最新信息`, { href: `/sections/${item.code}` })}${itemList(newest)}</section>`
  return gonePage(agency, withdrawn, more)
}
