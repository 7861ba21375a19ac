import { Feed } from 'feed'
import type { Platform } from '#platform'
import { readAgency } from '#site'
import { itemAddress } from './item-link.ts'
import { withBelow } from './section-tree.ts'
import { findSection, listItems, listNewest, listSections, sectionAddress } from './store.ts'

const itemsInFeed = 30

/**
 * Atom (RFC 4287) of the newest items of a section and those below it, or of the whole site without a code; undefined for no such section.
 * The feed of a merged section says where it went, so that nobody who subscribed is left behind.
 */
export async function atomFeed(
  { db, config, clock }: Platform,
  code?: string,
): Promise<string | { movedTo: string } | undefined> {
  const section = code === undefined ? undefined : await findSection(db, code)
  if (section && section.merged_into_id !== null)
    return { movedTo: `${await sectionAddress(db, section.merged_into_id)}/feed.atom` }
  if (code !== undefined && !section) return undefined
  const items = section
    ? await listItems(db, withBelow(await listSections(db), section.id), {}, itemsInFeed)
    : await listNewest(db, itemsInFeed)
  const { siteName } = await readAgency(db)
  const at = (path: string) => new URL(path, config.publicUrl).href
  const home = at(section ? `/sections/${section.code}` : '/')
  const feed = new Feed({
    id: home,
    link: home,
    title: section ? `${section.name} - ${siteName}` : siteName,
    language: 'zh-CN',
    copyright: siteName,
    generator: 'Gongkai',
    updated: items[0]?.published_at ?? clock.now(),
    feedLinks: { atom: at(section ? `/sections/${section.code}/feed.atom` : '/feed.atom') },
  })
  for (const item of items) {
    const id = at(`/articles/${item.article_id}`)
    feed.addItem({
      title: item.title,
      id,
      link: at(itemAddress(item)),
      date: item.published_at,
      published: item.published_at,
    })
  }
  return feed.atom1()
}
