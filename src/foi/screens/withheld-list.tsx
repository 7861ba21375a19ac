import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, DataTable, PageTitle, ProblemNotice, useMe } from '#admin'
import type { Outcome } from '#foi/contract'
import { outcomeLabels, reassessmentLabels } from '../labels.ts'

type Withheld = {
  id: number
  number: string
  words: string
  outcome: Outcome
  answeredOn: string
  lastOn: string | null
  nextOn: string
}

/** Withheld information that is looked at again from time to time. Law: Order 711 art. 18. */
export function WithheldList() {
  const me = useMe()
  const [open, setOpen] = useState<Withheld>()
  const may = me.data?.can.includes('foi.handle')
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
  return (
    <>
      <PageTitle text="不予公开定期评估" />
      <DataTable<Withheld>
        rowKey="id"
        path="/foi/withheld"
        filters={[{ kind: 'tick', name: 'due', label: '只看应评估的' }]}
        scroll={{ x: 1060 }}
        empty="没有需要评估的事项"
        columns={[
          {
            title: '编号',
            width: 120,
            render: (_, row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
          },
          { title: '所需信息', dataIndex: 'words', ellipsis: true },
          { title: '处理结果', width: 180, render: (_, row) => outcomeLabels[row.outcome] },
          { title: '答复', dataIndex: 'answeredOn', width: 124 },
          { title: '上次评估', dataIndex: 'lastOn', width: 124, render: (on) => on ?? '—' },
          {
            title: '下次评估',
            width: 150,
            render: (_, row) => (
              <>
                {row.nextOn} {row.nextOn <= today && <Tag color="gold">应评估</Tag>}
              </>
            ),
          },
          {
            title: '操作',
            fixed: 'right',
            width: 90,
            render: (_, row) =>
              may && (
                <Button size="small" onClick={() => setOpen(row)}>
                  评估
                </Button>
              ),
          },
        ]}
      />
      {open && <ReassessDialog item={open} today={today} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function ReassessDialog({ item, today, onClose }: { item: Withheld; today: string; onClose: () => void }) {
  const queries = useQueryClient()
  const [form] = Form.useForm()
  const send = useMutation({
    mutationFn: (values: { nextOn?: string }) =>
      call('POST', `/foi/requests/${item.id}/reassessments`, { ...values, nextOn: values.nextOn || null }),
    onSuccess: () => {
      void queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`评估 ${item.number}`}
      okText="保存评估"
      cancelText="取消"
      confirmLoading={send.isPending}
      onCancel={onClose}
      onOk={async () => send.mutate(await form.validateFields())}
    >
      <ProblemNotice error={send.error} />
      <p>{item.words}</p>
      <Form form={form} layout="vertical" initialValues={{ on: today, result: 'still_withheld' }}>
        <Form.Item name="on" label="评估日期" rules={[{ required: true, message: '请填写评估日期' }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="result" label="结论">
          <Select options={Object.entries(reassessmentLabels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请写明评估的理由' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="nextOn" label="下次评估日期（不填的，按本机关设定的评估周期）">
          <Input type="date" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
