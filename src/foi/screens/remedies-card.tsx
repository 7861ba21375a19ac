import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { remedyKindLabels, remedyResultLabels } from '../labels.ts'
import { RemedyDialog } from './remedy-dialog.tsx'
import type { RemedyView, RequestView } from './request-view.ts'

/** Complaints, reconsiderations and lawsuits about this case, with their results. Law: Order 711 art. 51. */
export function RemediesCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState<'new' | RemedyView>()
  const mayWrite = view.abilities.record_remedy
  if (view.remedies.length === 0 && !mayWrite) return null
  return (
    <Card
      title="投诉、行政复议、行政诉讼"
      style={{ marginBottom: 16 }}
      extra={mayWrite && <Button onClick={() => setOpen('new')}>登记</Button>}
    >
      {view.remedies.length === 0 && <Typography.Text type="secondary">没有。</Typography.Text>}
      {view.remedies.map((remedy) => (
        <Flex key={remedy.id} gap={12} wrap align="center" style={{ paddingBlock: 4 }}>
          <strong>{remedyKindLabels[remedy.kind]}</strong>
          <span>{remedy.filed_on} 提起</span>
          <span>
            {remedy.result ? `${remedy.decided_on} ${remedyResultLabels[remedy.result]}` : '尚未审结'}
          </span>
          {remedy.note && <Typography.Text type="secondary">{remedy.note}</Typography.Text>}
          {mayWrite && !remedy.result && (
            <Button size="small" onClick={() => setOpen(remedy)}>
              登记结果
            </Button>
          )}
        </Flex>
      ))}
      {open && (
        <RemedyDialog
          requestId={view.request.id}
          of={open}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            onMoved()
          }}
        />
      )}
    </Card>
  )
}
