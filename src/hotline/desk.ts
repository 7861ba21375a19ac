import { can, type Desk } from '#people'
import { instantOf } from '#platform/clock'
import { countTransfers } from './transfers/read-transfers.ts'

/** The agent's own day; what was handed to one's department; for the office for disclosure, what callers asked for and nobody has written down yet. */
export const hotlineDesk: Desk = async (platform, staff) => [
  ...(await callsToday(platform, staff)),
  ...(await oralRequests(platform, staff)),
  ...(await transfers(platform, staff)),
]

const callsToday: Desk = async ({ db, clock }, staff) => {
  if (!can(staff, 'hotline.answer')) return []
  const { count } = await db
    .selectFrom('calls')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('called_at', '>=', instantOf(clock.today()))
    .executeTakeFirstOrThrow()
  return [
    {
      key: 'calls_today',
      group: '互动交流',
      label: '今天登记的来电',
      href: '/hotline/calls',
      count,
      unit: '个',
    },
  ]
}

const oralRequests: Desk = async ({ db }, staff) => {
  if (!can(staff, 'foi.handle')) return []
  const { count, oldest } = await db
    .selectFrom('calls')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .select((eb) => eb.fn.min('on_day').as('oldest'))
    .where('awaits_registration', '=', true)
    .executeTakeFirstOrThrow()
  if (count === 0) return []
  return [
    {
      key: 'oral_requests',
      group: '依申请公开',
      label: '来电提出、待登记的申请',
      href: '/hotline/oral-requests',
      count,
      oldest,
      unit: '件',
    },
  ]
}

const transfers: Desk = async ({ db, clock }, staff) => {
  if (!can(staff, 'hotline.settle')) return []
  const { count, overdue, nextDue } = await countTransfers(db, staff, clock.today())
  if (count === 0) return []
  const label = can(staff, 'hotline.answer') ? '转办后待处室答复的来电' : '转给我处室的来电'
  return [
    {
      key: 'call_transfers',
      group: '互动交流',
      label,
      href: '/hotline/transfers',
      count,
      overdue,
      nextDue,
      unit: '个',
    },
  ]
}
