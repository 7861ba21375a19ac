import type { IconName } from '#site'

type Linked = { code: string; shows: string | null }

/** A section that shows leaders, departments or functions leads to that page, every other one to its list. */
export const sectionLink = ({ code, shows }: Linked) => (shows ? `/${shows}` : `/sections/${code}`)

/** Words in a section's name to the drawing of its button; the first that fits. */
const drawings: readonly (readonly [RegExp, IconName])[] = [
  [/职能|职责/, 'duties'],
  [/机构/, 'structure'],
  [/领导/, 'leader'],
  [/人事|任免|招考/, 'people'],
  [/政策|法规|规范性|制度/, 'law'],
  [/财政|预算|决算|资金/, 'money'],
  [/规划|计划/, 'plan'],
  [/数据|统计/, 'data'],
]
export const drawingOf = (name: string): IconName =>
  drawings.find(([words]) => words.test(name))?.[1] ?? 'catalogue'
