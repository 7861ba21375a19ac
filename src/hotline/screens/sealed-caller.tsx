import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Modal } from 'antd'
import { call, ProblemNotice } from '#admin'

export type Unsealed = {
  caller: { name: string; telephone: string } | null
  content: string
  calledOn: string
}

/** Who called and what was said, opened on purpose, to call back: each look is on the audit record. */
export function SealedCaller({ callId, onClose }: { callId: number; onClose: () => void }) {
  const read = useMutation({
    mutationFn: () => call<Unsealed>('POST', `/hotline/calls/${callId}/unsealing`),
  })
  const { caller, content } = read.data ?? {}
  return (
    <Modal
      open
      title={`第 ${callId} 号来电的来电人`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          {!read.data && (
            <Button type="primary" loading={read.isPending} onClick={() => read.mutate()}>
              查看（将留下审计记录）
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice error={read.error} />
      {!read.data && (
        <Alert type="info" title="来电人和原话加密保存" description="仅在需要回电或者核对时查看。" />
      )}
      {read.data && (
        <Descriptions
          column={1}
          items={[
            { key: 'name', label: '来电人', children: caller?.name || '没有留下' },
            {
              key: 'telephone',
              label: '电话',
              children: caller?.telephone ? (
                <a href={`tel:${caller.telephone}`}>{caller.telephone}</a>
              ) : (
                '没有留下'
              ),
            },
            {
              key: 'words',
              label: '原话',
              children: <span style={{ whiteSpace: 'pre-wrap' }}>{content}</span>,
            },
          ]}
        />
      )}
    </Modal>
  )
}
