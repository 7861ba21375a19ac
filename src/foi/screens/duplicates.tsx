import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Flex, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, ProblemNotice } from '#admin'
import type { RequestView } from './request-view.ts'

type Linking = { ofId?: number; number?: string; reason?: string }
const must = (message: string) => [{ required: true, message }]

/** The earlier case that this one is linked to, those that the program found, and one that the officer knows by number. Law: Order 711 art. 36 (6), art. 44. */
export function Duplicates({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [asking, setAsking] = useState<'link' | 'unlink'>()
  const [form] = Form.useForm<Linking>()
  const { id, answeredOn } = view.request
  const { duplicateOf, similar, abilities } = view
  const link = useMutation({
    mutationFn: (body: Linking) => call('POST', `/foi/requests/${id}/duplicate`, body),
    onSuccess: () => {
      setAsking(undefined)
      onMoved()
    },
  })
  const open = (what: 'link' | 'unlink') => {
    link.reset()
    form.resetFields()
    setAsking(what)
  }
  const found = answeredOn ? [] : similar
  return (
    <>
      {found.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={
            found.some(({ sameApplicant }) => sameApplicant)
              ? '同一申请人可能申请过相同内容'
              : '有内容相近的申请，可以考虑主动公开（第四十四条）'
          }
          description={
            <>
              {found.map((other) => (
                <span key={other.id} style={{ marginInlineEnd: 12 }}>
                  <Link href={`/requests/${other.id}`}>
                    {other.number}
                    {other.sameApplicant ? '（同一申请人）' : ''}
                  </Link>
                  {abilities.link_duplicate && !duplicateOf && (
                    <Button size="small" type="link" onClick={() => link.mutate({ ofId: other.id })}>
                      关联为重复申请
                    </Button>
                  )}
                </span>
              ))}
              {!asking && <ProblemNotice error={link.error} />}
            </>
          }
        />
      )}
      {(duplicateOf || abilities.link_duplicate) && (
        <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
          {duplicateOf && (
            <span>
              已关联到申请 <Link href={`/requests/${duplicateOf.id}`}>{duplicateOf.number}</Link>
            </span>
          )}
          {abilities.link_duplicate && (
            <Button size="small" onClick={() => open('link')}>
              {duplicateOf ? '更正关联' : '关联到编号…'}
            </Button>
          )}
          {abilities.link_duplicate && duplicateOf && (
            <Button size="small" onClick={() => open('unlink')}>
              取消关联
            </Button>
          )}
        </Flex>
      )}
      <Modal
        open={asking !== undefined}
        title={asking === 'unlink' ? `取消与申请 ${duplicateOf?.number ?? ''} 的关联` : '关联到编号'}
        okText="确定"
        confirmLoading={link.isPending}
        onOk={async () => link.mutate(await form.validateFields())}
        onCancel={() => setAsking(undefined)}
      >
        <ProblemNotice error={link.error} />
        <Form name="duplicate" form={form} layout="vertical">
          {asking === 'link' && (
            <Form.Item name="number" label="原申请的编号" rules={must('请填写编号')}>
              <Input maxLength={100} placeholder="例如 2018-0001" />
            </Form.Item>
          )}
          {duplicateOf && (
            <Form.Item name="reason" label="原因" rules={must('请填写原因')}>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
            </Form.Item>
          )}
        </Form>
      </Modal>
    </>
  )
}
