import { Feed } from 'feed'
import type { Platform } from '#platform'
import { readAgency } from '#site'
import { itemAddress } from './item-link.ts'
import { withBelow } from './section-tree.ts'
import { findSection, listItems, listNewest, listSections, sectionAddress } from './store.ts'

const itemsInFeed = 30
/** A correction shows up in a reader. */
const changedAt = ({ published_at, updated_at }: { published_at: Date; updated_at: Date }) =>
  updated_at > published_at ? updated_at : published_at
const newestOf = (instants: readonly Date[]): Date | undefined =>
  instants.reduce<Date | undefined>((newest, at) => (newest && newest > at ? newest : at), undefined)

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
    author: { name: siteName, link: at('/') },
    updated: newestOf(items.map(changedAt)) ?? clock.now(),
    feedLinks: { atom: at(section ? `/sections/${section.code}/feed.atom` : '/feed.atom') },
  })
  for (const item of items) {
    const id = at(`/articles/${item.article_id}`)
    feed.addItem({
      title: item.title,
      id,
      link: at(itemAddress(item)),
      ...(item.summary && item.state !== 'notice' ? { description: item.summary } : {}),
      date: changedAt(item),
      published: item.published_at,
    })
  }
  return feed.atom1()
}
