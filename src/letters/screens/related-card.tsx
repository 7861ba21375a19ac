import { Card, Tag, Typography } from 'antd'
import { Link } from 'wouter'
import { letterStatusLabels } from '../labels.ts'
import type { LetterView } from './letter-view.ts'

const mostWords = 3

/** Letters that may be about the same matter, and what says so; merging is a move of its own. */
export function RelatedCard({ related }: { related: LetterView['related'] }) {
  if (related.length === 0) return null
  return (
    <Card title="可能是同一件事" style={{ marginBottom: 16 }}>
      {related.map((one) => (
        <Typography.Paragraph key={one.id}>
          <Link href={`/letters/${one.id}`}>
            {one.number} {one.subjectPublic}
          </Link>{' '}
          <Tag>{letterStatusLabels[one.status]}</Tag>
          {one.sameSender && <Tag>同一来信人</Tag>}
          {one.sameWords && <Tag>内容相同</Tag>}
          {one.alike !== null && (
            <Typography.Text type="secondary">
              相似{Math.round(one.alike * 100)}%，共同的词：{one.because.slice(0, mostWords).join('、')}
            </Typography.Text>
          )}
        </Typography.Paragraph>
      ))}
    </Card>
  )
}
