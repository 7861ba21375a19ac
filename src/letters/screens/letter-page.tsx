import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Descriptions, Form, Input, Modal, Select, Skeleton, Timeline, Typography } from 'antd'
import { useState } from 'react'
import { useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { letterEventLabels, letterStatusLabels, ratingLabels, refusalGroundLabels } from '../labels.ts'
import type { LetterView } from './letter-view.ts'
import { ReplyDecision, ReplyEditor } from './reply-card.tsx'

/** One letter: what it says, what was done, and what this person may do next. */
export function LetterPage() {
  const { id } = useParams<{ id: string }>()
  const queries = useQueryClient()
  const [refusing, setRefusing] = useState(false)
  const view = useQuery({
    queryKey: ['letter', id],
    queryFn: () => call<LetterView>('GET', `/letters/${id}`),
  })
  const move = useMutation({
    mutationFn: ({ noun, body }: { noun: string; body: object }) =>
      call('POST', `/letters/${id}/${noun}`, body),
    onSuccess: () => {
      setRefusing(false)
      return queries.invalidateQueries()
    },
  })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const { letter, events, abilities } = view.data
  const button = (ability: string, label: string, noun: string, body: object, primary = false) =>
    abilities[ability] && (
      <Button
        type={primary ? 'primary' : 'default'}
        loading={move.isPending}
        onClick={() => move.mutate({ noun, body })}
      >
        {label}
      </Button>
    )
  return (
    <>
      <PageTitle text={letter.subjectPublic}>
        {button('accept', '受理', 'acceptance', {}, true)}
        {abilities.refuse && <Button onClick={() => setRefusing(true)}>不予受理</Button>}
        {!letter.supervised && button('supervise', '督办', 'supervision', {})}
        {letter.consents && !letter.released && button('release', '公开', 'release', { shown: true })}
        {letter.released && button('release', '取消公开', 'release', { shown: false })}
      </PageTitle>
      <ProblemNotice error={move.error} />
      <Card style={{ marginBottom: 16 }}>
        <Descriptions
          column={{ xs: 1, md: 3 }}
          items={[
            { key: 'number', label: '编号', children: letter.number },
            { key: 'status', label: '状态', children: letterStatusLabels[letter.status] },
            { key: 'received', label: '收到', children: letter.receivedOn },
            { key: 'due', label: '答复期限', children: letter.dueOn ?? '—' },
            { key: 'consent', label: '同意公开', children: letter.consents ? '是' : '否' },
            { key: 'rating', label: '评价', children: letter.rating ? ratingLabels[letter.rating - 1] : '—' },
          ]}
        />
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '12px 0 0' }}>
          {letter.bodyPublic}
        </Typography.Paragraph>
        {letter.repliedOn && (
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '12px 0 0' }}>
            <strong>答复：</strong>
            {letter.replyPublic}
          </Typography.Paragraph>
        )}
        {abilities.readOriginal && <Sealed id={letter.id} />}
      </Card>
      {abilities.draft_reply && <ReplyEditor view={view.data} move={move} />}
      {abilities.decide_reply && <ReplyDecision view={view.data} move={move} />}
      <Card title="办理记录">
        <Timeline
          items={events.map((event) => ({
            key: event.id,
            content: (
              <>
                {event.on}　{letterEventLabels[event.kind] ?? event.kind}
                <Typography.Text type="secondary" style={{ marginInlineStart: 12 }}>
                  {event.staffName ?? '来信人'}
                </Typography.Text>
              </>
            ),
          }))}
        />
      </Card>
      {refusing && (
        <RefusalDialog
          onClose={() => setRefusing(false)}
          onSend={(body) => move.mutate({ noun: 'refusal', body })}
        />
      )}
    </>
  )
}

function RefusalDialog({ onClose, onSend }: { onClose: () => void; onSend: (body: object) => void }) {
  const [form] = Form.useForm()
  const options = Object.entries(refusalGroundLabels).map(([value, label]) => ({ value, label }))
  return (
    <Modal
      open
      title="不予受理"
      okText="确定"
      onOk={async () => onSend(await form.validateFields())}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical">
        <Form.Item
          name="ground"
          label="原因（来信人可见）"
          rules={[{ required: true, message: '请选择原因' }]}
        >
          <Select options={options} />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

type Original = { author: string; telephone: string; email: string; subject: string; body: string }

/** The letter as written, opened on purpose: each reading is on the audit record. */
function Sealed({ id }: { id: number }) {
  const read = useMutation({ mutationFn: () => call<Original>('POST', `/letters/${id}/unsealing`) })
  if (!read.data)
    return (
      <>
        <ProblemNotice error={read.error} />
        <Button style={{ marginTop: 12 }} loading={read.isPending} onClick={() => read.mutate()}>
          查看来信原文（将留下审计记录）
        </Button>
      </>
    )
  const { author, telephone, email, subject, body } = read.data
  return (
    <Descriptions
      style={{ marginTop: 12 }}
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'author', label: '姓名', children: author || '—' },
        { key: 'telephone', label: '电话', children: telephone || '—' },
        { key: 'email', label: '邮箱', children: email || '—' },
        { key: 'words', label: '原文', children: `${subject}\n${body}` },
      ]}
    />
  )
}
