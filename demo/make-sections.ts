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

/** The simulated bureau's sections and report groups. Answers section id by code. */
export async function makeSections(tx: Tx): Promise<Map<string, number>> {
  const groups = Object.entries(groupNames).map(([key, name]) => ({ key, name }))
  await tx.insertInto('section_groups').values(groups).execute()
  const rows = sectionPlans.map((plan, index) => ({ ...columnsOf(plan), position: index }))
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
