import { can, type Desk } from '#people'

const shared = { group: '互动交流', unit: '个', href: '/chat' }

/** The agent's talks; for the office for disclosure, what somebody asked for in a talk and nobody has written down yet. */
export const chatDesk: Desk = async (platform, staff) => [
  ...(await openTalks(platform, staff)),
  ...(await awaiting(platform, staff)),
]

const awaiting: Desk = async ({ db }, staff) => {
  if (!can(staff, 'foi.handle')) return []
  const { count, oldest } = await db
    .selectFrom('chat_talks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select((eb) => eb.fn.min('on_day').as('oldest'))
    .where('awaits_registration', '=', true)
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  const label = '在线交流提出、待登记的申请'
  const card = { key: 'chat_requests', group: '依申请公开', label, href: '/chat/requests' }
  return [{ ...card, count, oldest, unit: '件' }]
}

/** Who waits for an agent now, and what one has taken on. */
const openTalks: Desk = async ({ db }, staff) => {
  if (!can(staff, 'chat.answer')) return []
  const { waiting, mine, waitingSince, mineSince } = await db
    .selectFrom('chat_talks')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting'),
      eb.fn.countAll<number>().filterWhere('agent_id', '=', staff.id).as('mine'),
      eb.fn.min('on_day').filterWhere('status', '=', 'waiting').as('waitingSince'),
      eb.fn.min('on_day').filterWhere('agent_id', '=', staff.id).as('mineSince'),
    ])
    .where('status', '<>', 'closed')
    .executeTakeFirstOrThrow()
  const cards = [
    { ...shared, key: 'chat_waiting', label: '等待接入的会话', count: waiting, oldest: waitingSince },
    { ...shared, key: 'chat_mine', label: '我的会话', count: mine, oldest: mineSince },
  ]
  return cards.filter(({ count }) => count > 0)
}
