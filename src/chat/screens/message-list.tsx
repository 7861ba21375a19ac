import { Typography } from 'antd'
import { whenText } from '#admin'
import type { Message } from './talk-view.ts'

const looks = {
  citizen: { background: '#f3f4f6', alignSelf: 'flex-start' },
  agent: { background: '#e8f1fb', alignSelf: 'flex-end' },
  note: { background: '#fdf6e3', alignSelf: 'stretch' },
} as const

/** What was said, oldest first. */
export function MessageList({ messages }: { messages: Message[] }) {
  return (
    <div role="log" aria-label="会话内容">
      <ol style={frame}>
        {messages.map(({ id, author, body, saidAt, staffName }) => (
          <li key={id} style={{ ...bubble, ...looks[author] }}>
            <Typography.Text style={{ fontSize: 12 }}>
              {author === 'citizen'
                ? '市民'
                : `${staffName ?? '坐席'}${author === 'note' ? '的内部备注' : ''}`}{' '}
              {whenText(saidAt)}
            </Typography.Text>
            <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</div>
          </li>
        ))}
      </ol>
    </div>
  )
}

const frame = {
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  listStyle: 'none',
  margin: '12px 0',
  padding: 8,
  border: '1px solid #e5e7eb',
  borderRadius: 6,
} as const
const bubble = { maxWidth: '88%', padding: '6px 12px', borderRadius: 8 } as const
