import { can, type Desk } from '#people'
import { instantOf } from '#platform/clock'

/** The agent's own day. */
export const hotlineDesk: Desk = async ({ db, clock }, staff) => {
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
