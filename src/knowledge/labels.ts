import type { Audience, EntryStatus } from './contract.ts'

export const entryStatusLabels = {
  draft: '待审核',
  reviewed: '使用中',
  suspended: '已暂停',
  retired: '已停用',
} satisfies Record<EntryStatus, string>

export const audienceLabels = { public: '对外公开', internal: '内部使用' } satisfies Record<Audience, string>
