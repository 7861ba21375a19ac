import { can, type Desk, type DeskCard } from '#people'
import { readWaiting } from './entries/read-entries.ts'

const shared = { group: '知识库', unit: '条' }

/** Entries that wait for their second reader, and one's own that fell out of use. */
export const knowledgeDesk: Desk = async (platform, staff) => {
  if (!can(staff, 'knowledge.read')) return []
  const { drafts, suspended } = await readWaiting(platform, staff)
  const cards: DeskCard[] = [
    {
      ...shared,
      key: 'knowledge_drafts',
      label: '待审核的口径',
      href: '/knowledge?status=draft',
      count: drafts,
    },
    {
      ...shared,
      key: 'knowledge_suspended',
      label: '我负责的已暂停口径',
      href: '/knowledge?status=suspended&mine=true',
      count: suspended,
    },
  ]
  return cards.filter(({ count }) => count > 0)
}
