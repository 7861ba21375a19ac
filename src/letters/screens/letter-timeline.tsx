import { Card, Timeline, Typography } from 'antd'
import { letterEventLabels, warningLabels } from '../labels.ts'
import type { LetterView } from './letter-view.ts'

type Event = LetterView['events'][number]

/** What happened, in order, with the reasons that were given. */
export function LetterTimeline({ events }: { events: readonly Event[] }) {
  return (
    <Card title="办理记录">
      <Timeline
        items={events.map((event) => ({
          key: event.id,
          color: event.kind === 'warned' ? 'red' : 'blue',
          content: (
            <>
              {event.on}　{letterEventLabels[event.kind] ?? event.kind}
              <Typography.Text type="secondary" style={{ marginInlineStart: 12 }}>
                {event.staffName ?? (event.kind === 'warned' ? '系统' : '来信人')}
              </Typography.Text>
              {said(event) && <div style={{ whiteSpace: 'pre-wrap' }}>{said(event)}</div>}
            </>
          ),
        }))}
      />
    </Card>
  )
}

function said({ kind, detail }: Event): string {
  if (kind === 'warned') return warningLabels[String(detail.kind)] ?? ''
  if (kind === 'merged') return `主件 ${String(detail.into)}`
  const words = [detail.reason, detail.note, detail.authority]
  return words.filter((word): word is string => typeof word === 'string' && word !== '').join('；')
}
