import type { Audience, EntryStatus, StaleBecause } from './contract.ts'

export const entryStatusLabels = {
  draft: '待审核',
  reviewed: '使用中',
  suspended: '已暂停',
  retired: '已停用',
} satisfies Record<EntryStatus, string>

export const audienceLabels = { public: '对外公开', internal: '内部使用' } satisfies Record<Audience, string>

export const staleLabels = {
  withdrawn: '所依据的政策已撤下',
  changed: '所依据的政策已修改',
  repealed: '所依据的政策已废止',
  expired: '所依据的政策已失效',
  day: '已过有效期',
} satisfies Record<StaleBecause, string>
