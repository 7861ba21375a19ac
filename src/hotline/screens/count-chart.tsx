import { Typography } from 'antd'
import type { Counted } from './call-view.ts'

/** Counts in an order that means something (hours, months), as a list that looks like a chart: every number can be read. Many wrap. */
export function CountChart({ label, rows }: { label: string; rows: readonly Counted[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ol aria-label={label} style={list}>
      {rows.map(({ name, count }) => (
        <li key={name} style={{ flex: '1 1 20px', maxWidth: 64, listStyle: 'none', textAlign: 'center' }}>
          <Typography.Text style={{ fontSize: 12 }}>{count}</Typography.Text>
          <div
            aria-hidden="true"
            style={{
              height: Math.round((120 * count) / most),
              background: '#17508f',
              borderRadius: '3px 3px 0 0',
            }}
          />
          <div style={{ borderTop: '1px solid #9aa3ad', fontSize: 12, whiteSpace: 'nowrap' }}>{name}</div>
        </li>
      ))}
    </ol>
  )
}

const list = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: '12px 4px',
  margin: 0,
  padding: 0,
} as const
