import { Empty, Timeline } from 'antd'
import type { ReactNode } from 'react'
import { whenText } from '#admin'
import type { ArticleView } from './article-view.ts'

const decisionLabels: Record<string, string> = {
  submitted: '提交审核',
  approved: '通过',
  returned: '退回',
  worded: '发布时对新提醒的处理意见',
  emergency_published: '紧急发布',
  emergency_confirmed: '紧急发布复核',
}
/** What the audit log tells besides decisions, in words. */
const eventLabels: Record<string, string> = {
  'publishing.create': '新建',
  'publishing.import': '导入',
  'publishing.save': '保存修改',
  'publishing.submit': '提交审核',
  'publishing.publish': '发布',
  'publishing.emergency': '紧急发布',
  'publishing.withdraw': '撤稿',
  'publishing.schedule': '设定发布时间',
  'publishing.cancel_schedule': '取消定时发布',
  'publishing.schedule_withdrawal': '设定撤稿时间',
  'publishing.cancel_withdrawal': '取消定时撤稿',
  'publishing.fire': '定时任务已执行',
  'publishing.schedule_refused': '定时任务没有执行，已退回',
  'publishing.make_preview': '生成预览链接',
  'publishing.revoke_preview': '停用预览链接',
  'publishing.deliver': '登记公开渠道',
  'publishing.remove_delivery': '删除渠道登记',
  'publishing.link_interpretation': '关联解读',
  'publishing.unlink_interpretation': '取消关联解读',
}
type Entry = { key: string; at: string; color: string; content: ReactNode }

/** Everything that was done with the item, newest first, never shortened. */
export function History({ view }: { view: ArticleView }) {
  const entries = [...decisionsOf(view), ...eventsOf(view)].sort((a, b) => b.at.localeCompare(a.at))
  if (!entries.length) return <Empty description="还没有人办理" />
  return <Timeline items={entries.map(({ key, color, content }) => ({ key, color, content }))} />
}

function decisionsOf(view: ArticleView): Entry[] {
  return view.history.map((entry) => ({
    key: `decision ${entry.id}`,
    at: entry.decided_at,
    color: entry.decision === 'returned' ? 'red' : entry.decision === 'submitted' ? 'gray' : 'green',
    content: (
      <>
        <div>
          <strong>
            {entry.step_name} {decisionLabels[entry.decision]}
          </strong>
          {`　${entry.by}　${whenText(entry.decided_at)}`}
          {entry.content_hash !== view.content.contentHash && '　（针对以前的版本，已失效）'}
        </div>
        {entry.comment && <div>{entry.comment}</div>}
        {entry.accepted_warnings.map((warning) => (
          <div key={warning.code}>提醒处理意见：{warning.word}</div>
        ))}
      </>
    ),
  }))
}

/** What a decision tells already is not told twice. */
const decisionOf: Record<string, string> = {
  'publishing.submit': 'submitted',
  'publishing.emergency': 'emergency_published',
}

function eventsOf(view: ArticleView): Entry[] {
  const told = new Set(view.history.map((entry) => entry.decision))
  return view.events.flatMap((event) => {
    const label = eventLabels[event.action]
    if (!label || told.has(decisionOf[event.action] ?? '')) return []
    const { revision, reason, occurredAt } = event.detail
    // Taken over from elsewhere: the log's own time is when it was loaded.
    const at = typeof occurredAt === 'string' ? occurredAt : event.at
    return [
      {
        key: `event ${event.id}`,
        at,
        color: 'gray',
        content: (
          <div>
            {label}
            {typeof revision === 'number' && `（第 ${revision} 版）`}
            {typeof reason === 'string' && `：${reason}`}　{event.actor_name}　{whenText(at)}
          </div>
        ),
      },
    ]
  })
}
