import { can, type Desk, type DeskCard } from '#people'
import { addDays } from '#platform/clock'
import { latestDigest } from './digest/store.ts'
import { readWaiting } from './entries/read-entries.ts'

const shared = { group: '知识库', unit: '条' }
/** Unit: calendar days. An older digest is no news. */
const newsFor = 8

/** Entries that wait for their second reader, one's own that fell out of use or soon will, and what nobody has an answer to. */
export const knowledgeDesk: Desk = async (platform, staff) => {
  if (!can(staff, 'knowledge.read')) return []
  const today = platform.clock.today()
  const [waiting, digest] = await Promise.all([
    readWaiting(platform, staff),
    latestDigest(platform.db, addDays(today, -newsFor)),
  ])
  const cards: DeskCard[] = [
    {
      ...shared,
      key: 'knowledge_drafts',
      label: '待审核的口径',
      href: '/knowledge?status=draft',
      count: waiting.drafts,
      nextDue: waiting.draftsUntil,
    },
    {
      ...shared,
      key: 'knowledge_suspended',
      label: '我负责的已暂停口径',
      href: '/knowledge?status=suspended&mine=true',
      count: waiting.suspended,
      nextDue: waiting.suspendedUntil,
    },
    {
      ...shared,
      key: 'knowledge_expiring',
      label: '我负责的即将到期口径',
      href: '/knowledge?status=reviewed&mine=true',
      count: waiting.expiring,
      nextDue: waiting.expiringUntil,
    },
    {
      ...shared,
      key: 'knowledge_orphaned',
      label: '负责人已离岗的口径',
      href: '/knowledge?orphaned=true',
      count: waiting.orphaned,
      nextDue: waiting.orphanedUntil,
    },
    {
      ...shared,
      key: 'knowledge_digest',
      label: '上周没有口径的问题',
      href: `/knowledge/digest?week=${digest?.from ?? ''}`,
      count: digest?.unanswered.length ?? 0,
      unit: '个',
      oldest: digest?.until ?? null,
    },
  ]
  return cards.filter(({ count }) => count > 0)
}
