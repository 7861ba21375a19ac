import { type Action, can, type Desk } from '#people'
import { type Day, dayOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'

type Waiting = { label: string; href: string; action: Action; unit?: string }
const waiting: Record<string, Waiting> = {
  'step:first_review': { label: '待初审', href: '/articles?step=first_review', action: 'publishing.review' },
  'step:secrecy_review': {
    label: '待保密审查',
    href: '/articles?step=secrecy_review',
    action: 'publishing.review_secrecy',
  },
  'step:final_review': { label: '待签发', href: '/articles?step=final_review', action: 'publishing.publish' },
  approved: { label: '待发布', href: '/articles?status=approved', action: 'publishing.publish' },
  scheduled: { label: '定时发布', href: '/articles?status=scheduled', action: 'publishing.publish' },
  emergency: { label: '紧急发布待复核', href: '/articles?emergency=true', action: 'publishing.review' },
  draft: { label: '我的草稿', href: '/articles?status=draft&mine=true', action: 'publishing.write' },
  policies_without_interpretation: {
    label: '政策文件缺少解读',
    href: '/policies-without-interpretation',
    action: 'publishing.write',
  },
  sections_overdue: {
    label: '栏目超期未更新',
    href: '/sections?overdue=true',
    action: 'publishing.manage_sections',
    unit: '个',
  },
}

export const publishingDesk: Desk = async ({ db, clock }, staff) => {
  if (!Object.values(waiting).some(({ action }) => can(staff, action))) return []
  const found = await countWaiting(db, staff.id, clock.today())
  return Object.entries(waiting).flatMap(([key, { label, href, action, unit = '件' }]) => {
    const { count, oldest } = found.get(key) ?? { count: 0, oldest: null }
    if (count === 0 || !can(staff, action)) return []
    return [{ key, group: '信息发布', label, href, count, unit, oldest: oldest && dayOf(oldest) }]
  })
}

/** Every number of the desk, each with the day since which the oldest waits, in one query. */
async function countWaiting(db: Db, staffId: number, today: Day) {
  const { rows } = await sql<{ key: string; count: number; oldest: Date | null }>`
    select 'draft' as key, count(*)::int as count, min(updated_at) as oldest
      from articles where status = 'draft' and created_by = ${staffId}
    union all select 'step:' || awaited_step, count(*)::int, min(updated_at)
      from articles where status = 'in_review' group by awaited_step
    union all select status, count(*)::int, min(updated_at)
      from articles where status in ('approved', 'scheduled') group by status
    union all select 'emergency', count(*)::int, min(updated_at)
      from articles where emergency_by is not null and emergency_confirmed_by is null
    union all select 'policies_without_interpretation', count(*)::int, null
      from published_articles policy
      where policy.state = 'live' and policy.document_kind in ('normative_document', 'policy_document')
      and not exists (select from policy_interpretations link
        join published_articles shown on shown.article_id = link.interpretation_id and shown.state in ('live', 'archived')
        where link.policy_id = policy.article_id)
    union all select 'sections_overdue', count(*)::int, null
      from sections where status = 'active' and freshness_days is not null
      and coalesce((select max(published_on) from published_articles item
        where item.section_id = sections.id and item.state in ('live', 'archived', 'notice')),
        (created_at at time zone 'Asia/Shanghai')::date) + freshness_days < ${today}::date`.execute(db)
  return new Map(rows.map((row) => [row.key, row]))
}
