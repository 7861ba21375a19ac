import { can, type Desk, type DeskCard } from '#people'
import { countWork } from './counts/work.ts'

const shared = { group: '互动交流', unit: '件' }

/** Letters that wait, with the dates of the agency's own promise, and the three months that are a veto. Source: rules.md 5.1. */
export const letterDesk: Desk = async (platform, staff) => {
  if (!can(staff, 'letters.read')) return []
  const work = await countWork(platform, staff)
  const cards: DeskCard[] = []
  const add = (key: string, label: string, filter: string, count: number, dates: Partial<DeskCard> = {}) =>
    cards.push({ ...shared, key, label, href: `/letters?${filter}`, count, ...dates })
  add('letters_three_months', '三个月还没有答复的来信', 'late=three_months', work.letters_three_months, {
    overdue: work.letters_three_months,
    note: '考核一票否决，请立即办理',
  })
  add('letters_open', '未答复的来信', 'open=true', work.letters_open, {
    overdue: work.open_overdue,
    nextDue: work.open_next,
    oldest: work.oldest,
  })
  add('letters_due_soon', '临近期限的来信', 'late=soon', work.letters_due_soon, { nextDue: work.any_next })
  if (can(staff, 'letters.handle')) {
    add('letters_received', '待受理的来信', 'status=received', work.letters_received, {
      oldest: work.received_oldest,
      nextDue: work.received_next,
    })
    add('letters_mine', '转给我处室的来信', 'mine=true', work.letters_mine, {
      oldest: work.mine_oldest,
      nextDue: work.mine_next,
    })
  }
  add('letters_follow_up', '待回访的来信', 'follow_up=true', work.letters_follow_up, {
    overdue: work.follow_up_overdue,
    nextDue: work.follow_up_next,
  })
  add('letters_supervised', '督办的来信', 'supervised=true', work.letters_supervised, {
    overdue: work.supervised_overdue,
  })
  if (can(staff, 'letters.approve'))
    add('letters_in_approval', '来信答复待审批', 'status=in_approval', work.letters_in_approval, {
      oldest: work.in_approval_oldest,
      nextDue: work.in_approval_next,
    })
  return cards.filter(({ count }) => count > 0)
}
