import { Typography } from 'antd'
import type { CallKind } from '#hotline/contract'
import { callKindLabels } from '../labels.ts'

/** What a call or a talk was about; a talk has no kind before it is closed. */
export const KindAndTopic = ({ topic, kind }: { topic: string; kind: CallKind | null }) => (
  <>
    <div>{topic || '—'}</div>
    <Typography.Text type="secondary">{kind ? callKindLabels[kind] : ''}</Typography.Text>
  </>
)

/** What was asked and, folded, what was answered. */
export const AskedAndAnswered = ({ asked, answered }: { asked: string; answered: string }) => (
  <>
    <div>{asked}</div>
    {answered && (
      <Typography.Paragraph
        type="secondary"
        style={{ margin: 0 }}
        ellipsis={{ rows: 2, expandable: true, symbol: '全文' }}
      >
        {answered}
      </Typography.Paragraph>
    )}
  </>
)
