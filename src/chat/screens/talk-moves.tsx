import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Form, Input, Modal, Radio, Select, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, ProblemNotice, useMe } from '#admin'
import { callKindLabels, LetterAlert, LetterFields, type LetterReceipt } from '#hotline/screens'
import type { Colleague, TalkView } from './talk-view.ts'

type MovesOf = { id: number; talk: TalkView; agents: Colleague[]; onMoved: () => void }
type Dialog = 'closing' | 'transfer' | 'letter' | 'disclosure'

/** Where a talk goes: to its end with kind and topic, to a colleague, to a mailbox, into the knowledge base. */
export function TalkMoves({ id, talk, agents, onMoved }: MovesOf) {
  const [open, setOpen] = useState<Dialog>()
  const me = useMe().data
  const writes = me?.can.includes('knowledge.write') ?? false
  const { abilities } = talk
  const done = () => {
    setOpen(undefined)
    onMoved()
  }
  const others = agents.filter((one) => one.id !== me?.id)
  const props = { id, onClose: () => setOpen(undefined), onDone: done }
  return (
    <Flex gap={8} wrap style={{ marginTop: 16 }}>
      {abilities.close && <Button onClick={() => setOpen('closing')}>结束会话</Button>}
      {abilities.transfer && <Button onClick={() => setOpen('transfer')}>转接</Button>}
      {abilities.turn && <Button onClick={() => setOpen('letter')}>转为来信</Button>}
      {abilities.turn && <Button onClick={() => setOpen('disclosure')}>转为依申请公开</Button>}
      {writes && talk.status === 'closed' && talk.outcome === 'answered' && (
        <Link href={`/knowledge/new?corpus=talks&entry=${id}`}>写口径</Link>
      )}
      {open === 'closing' && <Closing {...props} />}
      {open === 'transfer' && <Transfer {...props} others={others} />}
      {open === 'letter' && <ToLetter {...props} />}
      {open === 'disclosure' && <ToDisclosure {...props} citizen={talk.citizen} />}
    </Flex>
  )
}

type DialogOf = { id: number; onClose: () => void; onDone: () => void }

function Closing({ id, onClose, onDone }: DialogOf) {
  const [form] = Form.useForm()
  const close = useMutation({
    mutationFn: (given: object) => call('POST', `/chat/talks/${id}/closing`, given),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title="结束会话"
      okText="结束"
      confirmLoading={close.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={close.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'policy_consultation' }}
        onFinish={(given) => close.mutate(given)}
      >
        <Form.Item name="kind" label="类型">
          <Radio.Group options={Object.entries(callKindLabels).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="topic" label="主题">
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Transfer({ id, others, onClose, onDone }: DialogOf & { others: Colleague[] }) {
  const [form] = Form.useForm<{ agentId: number }>()
  const move = useMutation({
    mutationFn: (given: { agentId: number }) => call('POST', `/chat/talks/${id}/transfer`, given),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title="转接给另一位坐席"
      okText="转接"
      confirmLoading={move.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={move.error} />
      <Form form={form} layout="vertical" onFinish={(given) => move.mutate(given)}>
        <Form.Item name="agentId" label="正在值守的坐席" rules={[{ required: true, message: '请选择坐席' }]}>
          <Select
            notFoundContent="没有其他坐席正在值守"
            options={others.map(({ id: value, name, talks }) => ({
              value,
              label: `${name}（${talks}个会话）`,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function ToLetter({ id, onClose, onDone }: DialogOf) {
  const [form] = Form.useForm()
  const turn = useMutation({
    mutationFn: (given: object) => call<LetterReceipt>('POST', `/chat/talks/${id}/letter`, given),
  })
  if (turn.data)
    return (
      <Modal open title="已转为来信" onCancel={onDone} onOk={onDone} cancelButtonProps={{ hidden: true }}>
        <LetterAlert receipt={turn.data} />
      </Modal>
    )
  return (
    <Modal
      open
      title="转为来信"
      okText="转为来信"
      confirmLoading={turn.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={turn.error} />
      <Form form={form} layout="vertical" onFinish={(given) => turn.mutate(given)}>
        <LetterFields />
      </Form>
    </Modal>
  )
}

/** The office for disclosure writes it down and asks back. Law: Order 711 art. 29. */
function ToDisclosure({ id, citizen, onClose, onDone }: DialogOf & { citizen: TalkView['citizen'] }) {
  const [form] = Form.useForm()
  const pass = useMutation({
    mutationFn: (given: object) => call('POST', `/chat/talks/${id}/disclosure`, given),
    onSuccess: onDone,
  })
  const must = [{ required: true, message: '请先在会话中询问' }]
  return (
    <Modal
      open
      title="转为依申请公开"
      okText="转给公开工作机构"
      confirmLoading={pass.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <ProblemNotice error={pass.error} />
      <Typography.Paragraph>
        公开工作机构会联系对方，核对身份证明后登记（第二十九条）。须有姓名和电话。
      </Typography.Paragraph>
      <Form form={form} layout="vertical" initialValues={citizen} onFinish={(given) => pass.mutate(given)}>
        <Form.Item name="name" label="姓名" rules={must}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="telephone" label="电话" rules={must}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
