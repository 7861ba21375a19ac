import type { Platform } from '#platform'
import type { Config } from '#platform/config'
import type { Tx } from '#platform/db'
import type { Job } from '#platform/queue'
import type { ArticleContent } from '../contract.ts'
import { getRevision } from '../revision-store.ts'
import { readSettings } from '../settings.ts'
import { findArticle } from '../store.ts'
import { askAddress } from './ask-address.ts'
import { addressOf, linksOf, ownPathOf } from './links-of.ts'

const name = 'publishing.check-links'
type Linking = Pick<ArticleContent, 'bodyHtml' | 'linkUrl' | 'sourceUrl'>
/** Unit: hours for which an answer stands; no answer, and what is about to go out, is asked again sooner. */
const standsHours = { answered: 24, unknown: 1, goingOut: 1 }
/** Unit: minutes before a set publication at which its links are asked once more. */
const minutesAhead = 15
const linksPerItem = 200
const atOnce = 4

const outsideLinks = (content: Linking, { publicUrl }: Config) =>
  [...new Set(linksOf(content).flatMap((link) => addressOf(link) ?? []))]
    .filter((address) => ownPathOf(address, publicUrl) === undefined)
    .slice(0, linksPerItem)

/** Has the item's links asked soon after a save or a submission, so that the answers are there when somebody decides. */
export async function wantLinks(platform: Platform, tx: Tx, articleId: number, content: Linking) {
  if (outsideLinks(content, platform.config).length)
    await platform.queue.add(tx, name, { articleId }, { key: `article-${articleId}` })
}

/** Has them asked once more shortly before the item goes out by itself. */
export async function wantLinksBefore(platform: Platform, tx: Tx, articleId: number, at: Date) {
  const startAfter = new Date(at.getTime() - minutesAhead * 60_000)
  const key = `article-${articleId}-${at.toISOString()}`
  await platform.queue.add(tx, name, { articleId, goingOut: true }, { startAfter, key })
}

export const checkLinksJob: Job<{ articleId: number; goingOut?: boolean }> = {
  name,
  run: (platform, { articleId, goingOut }) => checkLinksOf(platform, articleId, goingOut),
}

export async function checkLinksOf(platform: Platform, articleId: number, goingOut = false) {
  const { checkLinks, trustedHosts } = await readSettings(platform.db)
  const article = await findArticle(platform.db, articleId)
  if (!checkLinks || !article) return
  const content = await getRevision(platform.db, article.headRevisionId)
  const left = await stale(platform, outsideLinks(content, platform.config), goingOut)
  const work = async () => {
    for (let address = left.pop(); address; address = left.pop())
      await keep(platform, address, await askAddress(address, { trustedHosts }))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function stale(
  { db, clock }: Platform,
  addresses: readonly string[],
  goingOut: boolean,
): Promise<string[]> {
  if (!addresses.length) return []
  const known = await db.selectFrom('checked_links').selectAll().where('address', 'in', addresses).execute()
  const standing = known.filter(({ outcome, checked_at }) => {
    const answered = goingOut ? standsHours.goingOut : standsHours.answered
    const hours = outcome === 'unknown' ? standsHours.unknown : answered
    return checked_at.getTime() > clock.now().getTime() - hours * 3_600_000
  })
  const fresh = new Set(standing.map((row) => row.address))
  return addresses.filter((address) => !fresh.has(address))
}

async function keep(
  { db, clock }: Platform,
  address: string,
  answer: { outcome: string; status: number | null },
) {
  const row = { ...answer, checked_at: clock.now() }
  await db
    .insertInto('checked_links')
    .values({ address, ...row })
    .onConflict((on) => on.column('address').doUpdateSet(row))
    .execute()
}
