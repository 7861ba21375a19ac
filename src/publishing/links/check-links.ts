import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Job } from '#platform/queue'
import type { ArticleContent } from '../contract.ts'
import { getRevision } from '../revision-store.ts'
import { readSettings } from '../settings.ts'
import { findArticle } from '../store.ts'
import { askAddress } from './ask-address.ts'
import { addressOf, linksOf } from './links-of.ts'

const name = 'publishing.check-links'
/** Unit: hours for which an answer stands; no answer is asked again sooner. */
const standsHours = { answered: 24, unknown: 1 }
const linksPerItem = 200
const atOnce = 4

const outsideLinks = (content: Pick<ArticleContent, 'bodyHtml' | 'linkUrl'>) =>
  [...new Set(linksOf(content).flatMap((link) => addressOf(link) ?? []))].slice(0, linksPerItem)

/** Has the item's links asked soon after a save, so that the answers are there when it is submitted. */
export async function wantLinks(platform: Platform, tx: Tx, articleId: number, content: ArticleContent) {
  if (outsideLinks(content).length)
    await platform.queue.add(tx, name, { articleId }, { key: `article-${articleId}` })
}

export const checkLinksJob: Job<{ articleId: number }> = {
  name,
  run: (platform, { articleId }) => checkLinksOf(platform, articleId),
}

export async function checkLinksOf(platform: Platform, articleId: number) {
  const { checkLinks, trustedHosts } = await readSettings(platform.db)
  const article = await findArticle(platform.db, articleId)
  if (!checkLinks || !article) return
  const content = await getRevision(platform.db, article.headRevisionId)
  const left = await stale(platform, outsideLinks(content))
  const work = async () => {
    for (let address = left.pop(); address; address = left.pop())
      await keep(platform, address, await askAddress(address, { trustedHosts }))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function stale({ db, clock }: Platform, addresses: readonly string[]): Promise<string[]> {
  if (!addresses.length) return []
  const known = await db.selectFrom('checked_links').selectAll().where('address', 'in', addresses).execute()
  const standing = known.filter(({ outcome, checked_at }) => {
    const hours = outcome === 'unknown' ? standsHours.unknown : standsHours.answered
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
