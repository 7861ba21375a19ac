import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Col, Descriptions, Form, Input, InputNumber, Modal, Row, Switch, Tag } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { MailboxView } from './letter-view.ts'
import { useMailboxes } from './queries.ts'
import { RetentionCard } from './retention-card.tsx'

const numbers = [
  ['accept_within', '受理期限（工作日）', 1, 60],
  ['answer_within', '答复期限（工作日）', 1, 60],
  ['warn_before', '提前几个工作日提醒', 0, 20],
  ['follow_up_within', '回访期限（工作日）', 1, 60],
  ['objections_within', '可以追问的期限（工作日）', 1, 90],
  ['attachments_most', '附件最多（个）', 0, 10],
] as const
const switches = [
  ['name_required', '必须填写姓名'],
  ['phone_required', '必须填写电话'],
  ['in_use', '使用'],
] as const
const blank = {
  name: '',
  description: '',
  accept_within: 5,
  answer_within: 15,
  warn_before: 2,
  follow_up_within: 5,
  objections_within: 15,
  attachments_most: 5,
  name_required: true,
  phone_required: true,
  in_use: true,
}

/** How each mailbox works: deadlines of the agency's own, what a sender must say, how long an objection is heard. */
export function Mailboxes() {
  const mailboxes = useMailboxes()
  const queries = useQueryClient()
  const [editing, setEditing] = useState<Partial<MailboxView>>()
  const save = useMutation({
    mutationFn: ({ key, ...values }: { key?: string }) =>
      editing?.key
        ? call('PUT', `/letters/mailboxes/${editing.key}`, values)
        : call('POST', '/letters/mailboxes', { key, ...values }),
    onSuccess: () => {
      setEditing(undefined)
      return queries.invalidateQueries({ queryKey: ['letters', 'mailboxes'] })
    },
  })
  const open = (mailbox: Partial<MailboxView>) => {
    save.reset()
    setEditing(mailbox)
  }
  return (
    <>
      <PageTitle text="信箱设置">
        <Button type="primary" onClick={() => open(blank)}>
          添加信箱
        </Button>
      </PageTitle>
      <ProblemNotice error={mailboxes.error} />
      <Row gutter={[16, 16]}>
        {(mailboxes.data?.items ?? []).map((mailbox) => (
          <Col key={mailbox.key} xs={24} lg={12}>
            <Card
              title={
                <>
                  {mailbox.name} {!mailbox.in_use && <Tag>已停用</Tag>}
                </>
              }
              extra={
                <Button aria-label={`修改${mailbox.name}`} onClick={() => open(mailbox)}>
                  修改
                </Button>
              }
            >
              <p>{mailbox.description || '没有说明'}</p>
              <Descriptions
                size="small"
                column={{ xs: 1, sm: 2 }}
                items={[
                  ...numbers.map(([name, label]) => ({ key: name, label, children: mailbox[name] })),
                  ...switches
                    .slice(0, 2)
                    .map(([name, label]) => ({ key: name, label, children: mailbox[name] ? '是' : '否' })),
                ]}
              />
            </Card>
          </Col>
        ))}
      </Row>
      <RetentionCard />
      {editing && (
        <MailboxDialog
          mailbox={editing}
          error={save.error}
          busy={save.isPending}
          onClose={() => setEditing(undefined)}
          onSave={(values) => save.mutate(values)}
        />
      )}
    </>
  )
}

function MailboxDialog(given: {
  mailbox: Partial<MailboxView>
  error: unknown
  busy: boolean
  onClose: () => void
  onSave: (values: object) => void
}) {
  const { mailbox, error, busy, onClose, onSave } = given
  const [form] = Form.useForm()
  const required = (label: string) => [{ required: true, message: `请填写${label}` }]
  return (
    <Modal
      open
      title={mailbox.key ? `修改${mailbox.name}` : '添加信箱'}
      okText="保存"
      onOk={async () => onSave(await form.validateFields())}
      onCancel={onClose}
      confirmLoading={busy}
      width={640}
    >
      <ProblemNotice error={error} />
      <p>期限从收到来信的次日起算，只计工作日；改动只影响以后收到的来信。</p>
      <Form form={form} layout="vertical" initialValues={mailbox}>
        {!mailbox.key && (
          <Form.Item
            name="key"
            label="代码"
            extra="小写字母、数字和横线，以字母开头；保存后不能修改。"
            rules={required('代码')}
          >
            <Input maxLength={30} />
          </Form.Item>
        )}
        <Form.Item name="name" label="名称" rules={required('名称')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="description" label="说明（公众可见）">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
        </Form.Item>
        <Row gutter={16}>
          {numbers.map(([name, label, min, max]) => (
            <Col key={name} xs={24} sm={12}>
              <Form.Item name={name} label={label} rules={required(label)}>
                <InputNumber min={min} max={max} style={{ width: '100%' }} />
              </Form.Item>
            </Col>
          ))}
          {switches.map(([name, label]) => (
            <Col key={name} xs={24} sm={8}>
              <Form.Item name={name} label={label} valuePropName="checked">
                <Switch />
              </Form.Item>
            </Col>
          ))}
        </Row>
      </Form>
    </Modal>
  )
}
