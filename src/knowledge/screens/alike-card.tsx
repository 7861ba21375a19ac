import { Button, Card, Flex, Popconfirm, Typography } from 'antd'
import { Link } from 'wouter'
import type { EntryView } from './entry-view.ts'

/** Entries that answer nearly the same; one may go into another. */
export function AlikeCard({ entry, onMerge }: { entry: EntryView; onMerge: (intoId: number) => void }) {
  const alike = entry.alike ?? []
  if (alike.length === 0) return null
  return (
    <Card title="相近的条目">
      {alike.map((other) => (
        <Flex key={other.entry} justify="space-between" align="center" gap={12} style={{ padding: '6px 0' }}>
          <span>
            <Link href={`/knowledge/${other.entry}`}>{other.title}</Link>{' '}
            <Typography.Text type="secondary">
              相似{Math.round(other.score * 100)}%，共同的词：{other.because.join('、')}
            </Typography.Text>
          </span>
          {entry.abilities.retire && (
            <Popconfirm
              title="把本条目并入它？本条目将停用，问法归入它。"
              okText="并入"
              cancelText="取消"
              onConfirm={() => onMerge(Number(other.entry))}
            >
              <Button size="small">并入</Button>
            </Popconfirm>
          )}
        </Flex>
      ))}
    </Card>
  )
}
