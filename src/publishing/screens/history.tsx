import { Empty, Timeline } from 'antd'
import { whenText } from '#admin'
import type { ArticleView } from './article-view.ts'

const decisionLabels: Record<string, string> = {
  approved: '通过',
  returned: '退回',
  emergency_confirmed: '紧急发布复核',
}

export function History({ view }: { view: ArticleView }) {
  if (!view.history.length) return <Empty description="还没有人办理" />
  return (
    <Timeline
      items={view.history.map((entry) => ({
        key: entry.id,
        color: entry.decision === 'returned' ? 'red' : 'green',
        content: (
          <>
            <div>
              <strong>
                {entry.step_name ?? ''} {decisionLabels[entry.decision]}
              </strong>
              　{entry.by}　{whenText(entry.decided_at)}
              {entry.content_hash !== view.content.contentHash && '　（针对以前的版本，已失效）'}
            </div>
            {entry.comment && <div>{entry.comment}</div>}
            {entry.accepted_warnings.map((warning) => (
              <div key={warning.code}>提醒处理意见：{warning.word}</div>
            ))}
          </>
        ),
      }))}
    />
  )
}
