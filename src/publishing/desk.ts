import { type Action, can, type Desk, type DeskCard } from '#people'
import { type Day, dayOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import { countPoliciesWithout } from './interpretations.ts'
import { lastReturned, mayConfirm } from './staff-store.ts'
import { listReviewSteps } from './store.ts'

type Found = Pick<DeskCard, 'count' | 'oldest' | 'overdue' | 'nextDue'>
const policies = 'policies_without_interpretation'

type Waiting = { key: string; label: string; href: string; action: Action; unit?: string }
const own: readonly Waiting[] = [
  {
    key: 'returned',
    label: '退回修改',
    href: '/articles?returned=true&mine=true',
    action: 'publishing.write',
  },
  {
    key: 'draft',
    label: '我的草稿',
    href: '/articles?status=draft&mine=true',
    action: 'publishing.write',
  },
  {
    key: 'corrected',
    label: '未公开的更正',
    href: '/articles?corrected=true&mine=true',
    action: 'publishing.write',
  },
]
const later: readonly Waiting[] = [
  { key: 'approved', label: '待发布', href: '/articles?status=approved', action: 'publishing.publish' },
  { key: 'scheduled', label: '定时发布', href: '/articles?status=scheduled', action: 'publishing.publish' },
  {
    key: 'emergency',
    label: '紧急发布待复核',
    href: '/articles?emergency=true&others=true',
    action: 'publishing.review',
  },
]
const upkeep: readonly Waiting[] = [
  {
    key: policies,
    label: '政策文件缺少解读',
    href: '/policies-without-interpretation',
    action: 'publishing.write',
  },
  {
    key: 'sections_overdue',
    label: '栏目超期未更新',
    href: '/sections?overdue=true',
    action: 'publishing.manage_sections',
    unit: '个',
  },
]

/** What waits for this person: each step of the review chain as the agency set it, without their own submissions. */
export const publishingDesk: Desk = async (platform, staff) => {
  const { db, clock } = platform
  const steps = (await listReviewSteps(db)).map(
    ({ key, name, action }): Waiting => ({
      key: `step:${key}`,
      label: `待${name}`,
      href: `/articles?${new URLSearchParams({ step: key, others: 'true', sort: 'submitted' })}`,
      action: action as Action,
    }),
  )
  const mine = [...steps, ...later, ...own, ...upkeep].filter(({ action }) => can(staff, action))
  if (!mine.length) return []
  const found = await countWaiting(db, staff.id, clock.today())
  if (mine.some(({ key }) => key === policies)) found.set(policies, await countPoliciesWithout(platform))
  return mine.flatMap(({ key, label, href, unit = '件' }) => {
    const waiting = found.get(key)
    return waiting?.count ? [{ key, group: '信息发布', label, href, unit, ...waiting }] : []
  })
}

/** Every number of the desk, each with the day since which the oldest waits, in one query. */
async function countWaiting(db: Db, staffId: number, today: Day) {
  const { rows } = await sql<{ key: string; count: number; oldest: Date | null }>`
    select case when ${lastReturned} then 'returned' else 'draft' end as key, count(*)::int as count, min(updated_at) as oldest
      from articles where status = 'draft' and created_by = ${staffId} group by 1
    union all select 'corrected', count(*)::int, min(updated_at)
      from articles where status = 'published' and created_by = ${staffId} and head_revision_id <> public_revision_id
    union all select 'step:' || awaited_step, count(*)::int, min(articles.submitted_at)
      from articles join revisions head on head.id = articles.head_revision_id
      where status = 'in_review'
        and ${staffId}::bigint is distinct from submitted_by and ${staffId}::bigint is distinct from head.created_by
      group by awaited_step
    union all select status, count(*)::int, min(updated_at)
      from articles where status in ('approved', 'scheduled') group by status
    union all select 'emergency', count(*)::int, min(updated_at)
      from articles where emergency_by is not null and emergency_confirmed_by is null and ${mayConfirm(staffId)}
    union all select 'sections_overdue', count(*)::int, min(due)::timestamp at time zone 'Asia/Shanghai'
      from (select coalesce((select max(published_on) from published_articles item
        where item.section_id = sections.id and item.state in ('live', 'archived', 'notice')),
        (created_at at time zone 'Asia/Shanghai')::date) + freshness_days as due
        from sections where status = 'active' and freshness_days is not null) as fresh
      where due < ${today}::date`.execute(db)
  return new Map<string, Found>(
    rows.map(({ key, count, oldest }) => [key, { count, oldest: oldest && dayOf(oldest) }]),
  )
}
