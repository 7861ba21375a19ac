import { can, type Desk } from '#people'

const shared = { group: '互动交流', unit: '个', href: '/chat' }

/** Who waits for an agent now, and what one has taken on. */
export const chatDesk: Desk = async ({ db }, staff) => {
  if (!can(staff, 'chat.answer')) return []
  const { waiting, mine } = await db
    .selectFrom('chat_talks')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting'),
      eb.fn.countAll<number>().filterWhere('agent_id', '=', staff.id).as('mine'),
    ])
    .where('status', '<>', 'closed')
    .executeTakeFirstOrThrow()
  const cards = [
    { ...shared, key: 'chat_waiting', label: '等待接入的会话', count: waiting },
    { ...shared, key: 'chat_mine', label: '我的会话', count: mine },
  ]
  return cards.filter(({ count }) => count > 0)
}
