import type { Tx } from '#platform/db'
import { sectionPlans } from './plan.ts'

const groupNames: Record<string, string> = {
  finance_headlines: '财经要闻类栏目',
  reposted_headlines: '转载要闻类栏目',
  government_affairs: '政务公开栏目',
  finance_statistics_and_features: '金融数据和专题专栏',
}
const shortcuts = [
  '机构设置',
  '机构职能',
  '领导信息',
  '人事信息',
  '规范性文件',
  '财政信息',
  '金融规划',
  '金融数据',
]

/** The simulated bureau's sections and report groups. Answers section id by code. */
export async function makeSections(tx: Tx): Promise<Map<string, number>> {
  const groups = Object.entries(groupNames).map(([key, name]) => ({ key, name }))
  await tx.insertInto('section_groups').values(groups).execute()
  const rows = sectionPlans.map((plan, index) => ({
    code: plan.code,
    name: plan.name,
    kind: plan.kind,
    description: `${plan.name}（模拟）`,
    keywords: plan.name,
    column_type: plan.name,
    position: index,
    shortcut_position: shortcuts.includes(plan.name) ? shortcuts.indexOf(plan.name) + 1 : null,
    counts_as_disclosure: plan.countsAsDisclosure ?? true,
  }))
  const made = await tx.insertInto('sections').values(rows).returning(['id', 'code']).execute()
  const ids = new Map(made.map((row) => [row.code, row.id]))
  const members = sectionPlans.flatMap((plan) =>
    plan.groups.map((group) => ({ group_key: group, section_id: ids.get(plan.code) as number })),
  )
  await tx.insertInto('section_group_members').values(members).execute()
  return ids
}
