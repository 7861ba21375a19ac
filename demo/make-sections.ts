import type { Tx } from '#platform/db'
import { type SectionPlan, sectionPlans, shortcutNames } from './plan.ts'

const groupNames: Record<string, string> = {
  finance_headlines: '财经要闻类栏目',
  reposted_headlines: '转载要闻类栏目',
  government_affairs: '政务公开栏目',
  finance_statistics_and_features: '金融数据和专题专栏',
}
/** Sections whose content is kept as records. */
const shownAs: Record<string, string> = {
  机构设置: 'departments',
  机构职能: 'functions',
  领导信息: 'leaders',
}

type Upkeep = { owner: string; freshnessDays: number | null }
/** Who answers for a kind of section and how often it is to be renewed. Unit: days. Source: rules.md 3.1 (update rules). */
const upkeep: Readonly<Record<string, Upkeep>> = {
  news: { owner: 'office', freshnessDays: 14 },
  repost: { owner: 'office', freshnessDays: 14 },
  notices: { owner: 'office', freshnessDays: 180 },
  policies: { owner: 'law', freshnessDays: 180 },
  interpretations: { owner: 'law', freshnessDays: 180 },
  data: { owner: 'capital', freshnessDays: 90 },
  service: { owner: 'banking', freshnessDays: null },
  feature: { owner: 'rural', freshnessDays: null },
}
const usual: Upkeep = { owner: 'office', freshnessDays: null }

/** The simulated bureau's sections and report groups. Answers section id by code. */
export async function makeSections(tx: Tx): Promise<Map<string, number>> {
  const groups = Object.entries(groupNames).map(([key, name]) => ({ key, name }))
  await tx.insertInto('section_groups').values(groups).execute()
  const departments = await tx.selectFrom('departments').select(['id', 'code']).execute()
  const departmentIds = new Map(departments.map((row) => [row.code, row.id]))
  const rows = sectionPlans.map((plan, index) => {
    const { owner, freshnessDays } = upkeep[plan.kind] ?? usual
    // A section that only gathers others has nothing of its own to renew.
    const gathers = plan.items[2018] === 0
    return {
      ...columnsOf(plan),
      position: index,
      owner_department_id: departmentIds.get(owner) ?? null,
      freshness_days: gathers ? null : freshnessDays,
    }
  })
  const made = await tx.insertInto('sections').values(rows).returning(['id', 'code']).execute()
  const ids = new Map(made.map((row) => [row.code, row.id]))
  for (const { code, parent } of sectionPlans)
    if (parent)
      await tx
        .updateTable('sections')
        .set({ parent_id: ids.get(parent) as number })
        .where('code', '=', code)
        .execute()
  const members = sectionPlans.flatMap((plan) =>
    plan.groups.map((group) => ({ group_key: group, section_id: ids.get(plan.code) as number })),
  )
  await tx.insertInto('section_group_members').values(members).execute()
  return ids
}

function columnsOf({ code, name, kind, countsAsDisclosure }: SectionPlan) {
  const place = shortcutNames.indexOf(name)
  return {
    code,
    name,
    kind,
    description: `江州市财政局${name}栏目（模拟）`,
    keywords: name,
    column_type: name,
    shortcut_position: place === -1 ? null : place + 1,
    shows: shownAs[name] ?? null,
    counts_as_disclosure: countsAsDisclosure ?? true,
  }
}
