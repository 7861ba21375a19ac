import { Alert, Button, Card, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import type { NoticePreview } from '#calendar/contract'

type Props = { preview: NoticePreview; pending: boolean; onConfirm: () => void }
/** The rest is counted; every one is in the cases' own lists afterwards. */
const shownItems = 30

export function PreviewCard({ preview, pending, onConfirm }: Props) {
  const { year, version, changes, warnings, moved, horizon } = preview
  return (
    <Card
      title={`预览：${year} 年第 ${version} 版`}
      style={{ marginTop: 16 }}
      extra={
        <Button type="primary" loading={pending} onClick={onConfirm}>
          载入
        </Button>
      }
    >
      {warnings.map((text) => (
        <Alert key={text} type="warning" showIcon title={text} style={{ marginBottom: 12 }} />
      ))}
      <p style={{ marginTop: 0 }}>载入后日历到 {horizon} 为止。</p>
      <Days title="变为放假" changes={changes.filter(({ working }) => !working)} />
      <Days title="变为上班" changes={changes.filter(({ working }) => working)} />
      {moved.map(({ label, items }) => (
        <section key={label}>
          <Typography.Title level={2} style={{ fontSize: 16 }}>
            {label}：{new Set(items.map(({ id }) => id)).size} 件在办事项的期限变化
          </Typography.Title>
          <ul>
            {items.slice(0, shownItems).map(({ id, number, href, what = '', before, after }) => (
              <li key={`${id} ${what} ${before} ${after}`}>
                <Link href={href}>{number}</Link> {what}：{before ?? '算不出来'} → {after ?? '算不出来'}
              </li>
            ))}
            {items.length > shownItems && <li>……其余 {items.length - shownItems} 个日期</li>}
          </ul>
        </section>
      ))}
    </Card>
  )
}

function Days({ title, changes }: { title: string; changes: NoticePreview['changes'] }) {
  if (changes.length === 0) return null
  return (
    <p>
      {title}（{changes.length} 天）：
      {changes.map(({ day, name }) => (
        <Tag key={day} style={{ marginBottom: 4 }}>
          {day} {name}
        </Tag>
      ))}
    </p>
  )
}
