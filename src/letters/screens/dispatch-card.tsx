import { Card, Table, Tag, Typography } from 'antd'
import type { DispatchView } from './letter-view.ts'

/** Who has the letter, who helps, what they say; ended dispatches with their reason. */
export function DispatchCard({ dispatches }: { dispatches: readonly DispatchView[] }) {
  if (dispatches.length === 0) return null
  return (
    <Card title="转办和协办" style={{ marginBottom: 16 }}>
      <Table<DispatchView>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: 640 }}
        dataSource={[...dispatches]}
        columns={[
          {
            title: '处室',
            render: (_, row) => (
              <>
                {row.department} <Tag>{row.part === 'main' ? '主办' : '协办'}</Tag>
              </>
            ),
          },
          { title: '转办', dataIndex: 'dispatchedOn', width: 124 },
          {
            title: '签收',
            width: 160,
            render: (_, row) => (row.claimedOn ? `${row.claimedOn} ${row.claimedBy ?? ''}` : '未签收'),
          },
          { title: '情况', render: (_, row) => <Standing row={row} /> },
        ]}
      />
    </Card>
  )
}

function Standing({ row }: { row: DispatchView }) {
  return (
    <>
      {row.note && <div>说明：{row.note}</div>}
      {row.opinion && <div style={{ whiteSpace: 'pre-wrap' }}>意见：{row.opinion}</div>}
      {row.endedOn && (
        <Typography.Text type="secondary">
          {row.endedOn} {row.endedAs === 'returned' ? '退回' : '改派'}
          {row.endedBecause && `：${row.endedBecause}`}
        </Typography.Text>
      )}
    </>
  )
}
