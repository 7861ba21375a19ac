import { useMutation } from '@tanstack/react-query'
import { Button, Card, Checkbox, Flex, Form, Input, Modal, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { consultedLabels, opinionLabels } from '../labels.ts'
import { ConsultationLetter } from './consultation-letter.tsx'
import { PeriodInDays } from './day-by-day.tsx'
import type { ConsultationView, RequestView } from './request-view.ts'

const must = (message: string) => [{ required: true, message }]
type Step = { title: string; noun: string; ask: 'letter' | 'day' | 'opinion' | 'reason' }

/** Whom was asked, until when they have time, what they said. Law: Order 711 art. 32, art. 34. */
export function ConsultationsCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [step, setStep] = useState<Step>()
  const { consultations, abilities } = view
  if (consultations.length === 0 && !abilities.consult) return null
  return (
    <Card
      title="征求意见"
      style={{ marginBottom: 16 }}
      extra={
        abilities.consult && (
          <Button onClick={() => setStep({ title: '征求意见', noun: 'consultations', ask: 'letter' })}>
            征求意见
          </Button>
        )
      }
    >
      {consultations.length === 0 && <Typography.Text type="secondary">没有征求过意见。</Typography.Text>}
      {consultations.map((consultation) => (
        <One
          key={consultation.id}
          view={view}
          consultation={consultation}
          onStep={setStep}
          onMoved={onMoved}
        />
      ))}
      {step && (
        <StepDialog
          id={view.request.id}
          step={step}
          onClose={() => setStep(undefined)}
          onDone={() => {
            setStep(undefined)
            onMoved()
          }}
        />
      )}
    </Card>
  )
}

function One(given: {
  view: RequestView
  consultation: ConsultationView
  onStep: (step: Step) => void
  onMoved: () => void
}) {
  const { consultation: one, onStep, onMoved } = given
  const { abilities, request } = given.view
  const at = `consultations/${one.id}`
  const button = (title: string, noun: string, ask: Step['ask']) => (
    <Button key={noun} size="small" onClick={() => onStep({ title, noun: `${at}/${noun}`, ask })}>
      {title}
    </Button>
  )
  return (
    <div style={{ paddingBlock: 12, borderBottom: '1px dashed #e1e4e8' }}>
      <Flex gap={8} wrap align="center">
        <strong>
          {consultedLabels[one.kind]}：{one.partyMasked}
        </strong>
        {one.opinion && <Tag>{opinionLabels[one.opinion]}</Tag>}
        {!one.opinion && !one.lapsed && <Tag>最迟 {one.dueOn} 提出意见</Tag>}
        {one.lapsed && (
          <Tag color="red" style={{ color: '#1f2328' }}>{`${one.dueOn} 已届满，没有收到意见`}</Tag>
        )}
      </Flex>
      <Typography.Paragraph type="secondary" style={{ margin: '4px 0' }}>
        {one.sentOn} 发出{one.deliveredOn ? `，${one.deliveredOn} 送达` : ''}
        {one.closedOn ? `，${one.closedOn} 有结果` : ''}。
        {(one.opinion === null || one.opinion === 'silent') && one.silenceMeans}
      </Typography.Paragraph>
      {!one.closedOn && <PeriodInDays title="提出意见最迟" period={one.period} />}
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', marginBottom: 8 }}>
        {one.letter}
      </Typography.Paragraph>
      {one.reasons && <Typography.Paragraph>理由：{one.reasons}</Typography.Paragraph>}
      {one.overrideReason && (
        <Typography.Paragraph>
          仍决定公开：{one.overrideReason}
          {one.overrideToldOn ? `（${one.overrideToldOn} 已书面告知第三方）` : '（尚未书面告知第三方）'}
        </Typography.Paragraph>
      )}
      <Flex gap={8} wrap>
        {abilities.consult && !one.closedOn && button('登记送达', 'delivery', 'day')}
        {abilities.consult && !one.closedOn && button('登记意见', 'opinion', 'opinion')}
        {abilities.consult && one.lapsed && <Silent id={request.id} at={at} onMoved={onMoved} />}
        {abilities.override &&
          one.kind === 'third_party' &&
          one.opinion === 'refuses' &&
          !one.overrideReason &&
          button('为公共利益决定公开', 'override', 'reason')}
        {abilities.tell_third_party &&
          one.overrideReason &&
          !one.overrideToldOn &&
          button('登记已告知第三方', 'override-notice', 'day')}
        {abilities.make_letter && <ConsultationLetter id={request.id} consultation={one} onMoved={onMoved} />}
      </Flex>
    </div>
  )
}

/** The period has passed: silence is recorded in one click. Law: Order 711 art. 32, art. 34. */
function Silent({ id, at, onMoved }: { id: number; at: string; onMoved: () => void }) {
  const record = useMutation({
    mutationFn: () => call('POST', `/foi/requests/${id}/${at}/silence`),
    onSuccess: onMoved,
  })
  return (
    <>
      <Button size="small" type="primary" loading={record.isPending} onClick={() => record.mutate()}>
        登记逾期未提出意见
      </Button>
      <ProblemNotice error={record.error} />
    </>
  )
}

function StepDialog(given: { id: number; step: Step; onClose: () => void; onDone: () => void }) {
  const { id, step, onClose, onDone } = given
  const [form] = Form.useForm()
  const send = useMutation({
    mutationFn: (values: object) => call('POST', `/foi/requests/${id}/${step.noun}`, values),
    onSuccess: onDone,
  })
  return (
    <Modal
      open
      title={step.title}
      okText="确定"
      width={640}
      confirmLoading={send.isPending}
      onOk={async () => send.mutate(await form.validateFields())}
      onCancel={onClose}
    >
      <ProblemNotice error={send.error} />
      <Form name="consultation" form={form} layout="vertical">
        {step.ask === 'letter' && <LetterFields />}
        {step.ask !== 'reason' && (
          <Form.Item name="on" label="日期" rules={must('请填写日期')}>
            <Input type="date" />
          </Form.Item>
        )}
        {step.ask === 'opinion' && (
          <>
            <Form.Item name="opinion" label="意见" rules={must('请选择意见')}>
              <Select options={Object.entries(opinionLabels).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="reasons" label="理由（第三方不同意公开的必填）">
              <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
            </Form.Item>
          </>
        )}
        {step.ask === 'reason' && (
          <Form.Item name="reason" label="不公开会对公共利益造成什么重大影响" rules={must('请写明理由')}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

function LetterFields() {
  return (
    <>
      <Form.Item name="kind" label="对象" rules={must('请选择对象')} initialValue="third_party">
        <Select options={Object.entries(consultedLabels).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="name" label="名称或者姓名（加密保存）" rules={must('请填写名称或者姓名')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isPerson" valuePropName="checked" initialValue={false}>
        <Checkbox>是个人，列表中遮盖姓名</Checkbox>
      </Form.Item>
      <Form.Item name="contact" label="联系方式（加密保存）">
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="letter"
        label="征求意见书的内容"
        rules={must('请写明征求意见的内容')}
        extra="写明涉及的信息、公开的依据，提出意见的期限由征求意见函写明。"
      >
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={10_000} />
      </Form.Item>
    </>
  )
}
