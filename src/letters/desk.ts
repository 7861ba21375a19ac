import { can, type Desk, type DeskCard } from '#people'
import { countWork } from './counts/work.ts'

const shared = { group: '互动交流', unit: '件' }

/** Letters that wait, with the dates of the agency's own promise. Source: rules.md 5.1. */
export const letterDesk: Desk = async (platform, staff) => {
  const { db, clock } = platform
  if (!can(staff, 'letters.read')) return []
  const today = clock.today()
  const waits = await db
    .selectFrom('letters')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
      eb.fn.min('due_on').filterWhere('due_on', '>=', today).as('nextDue'),
      eb.fn.min('received_on').as('oldest'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'received').as('received'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'in_approval').as('in_approval'),
    ])
    .where('status', 'in', ['received', 'handling', 'in_approval'])
    .executeTakeFirstOrThrow()
  const { open: count, overdue, nextDue, oldest } = waits
  const cards: DeskCard[] = [
    {
      ...shared,
      key: 'letters_open',
      label: '未答复的来信',
      href: '/letters?open=true',
      count,
      overdue,
      nextDue,
      oldest,
    },
  ]
  const more = (key: string, label: string, href: string, waiting: number) =>
    cards.push({ ...shared, key, label, href, count: waiting })
  const { letters_mine: mine, letters_follow_up: followUps } = await countWork(platform, staff)
  if (can(staff, 'letters.handle')) {
    more('letters_received', '待受理的来信', '/letters?status=received', waits.received)
    more('letters_mine', '转给我处室的来信', '/letters?mine=true', mine)
  }
  more('letters_follow_up', '待回访的来信', '/letters?follow_up=true', followUps)
  if (can(staff, 'letters.approve'))
    more('letters_in_approval', '来信答复待审批', '/letters?status=in_approval', waits.in_approval)
  return cards.filter(({ count }) => count > 0)
}
