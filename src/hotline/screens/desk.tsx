import { useMutation } from '@tanstack/react-query'
import { Button, Card, Col, Form, Input, type InputRef, Radio, Row, Typography } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { LetterFromCall } from '#hotline/contract'
import { callKindLabels, callOutcomeLabels } from '../labels.ts'
import { AnswerList } from './answer-list.tsx'
import { DestinationFields } from './destination-fields.tsx'
import { LetterAlert, type LetterReceipt } from './letter-receipt.tsx'
import { TopicField } from './topic-field.tsx'
import { type Answer, useAnswers } from './use-answers.ts'

type Values = {
  content: string
  kind: string
  topic?: string
  answer?: string
  outcome: string
  unitId?: number
  forwardedTo?: string
  callerName?: string
  callerTelephone?: string
  letter?: LetterFromCall
}
type Logged = { id: number; letter: LetterReceipt | null }
const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Where calls are answered, without a mouse: type, Alt+1 takes the first answer, Ctrl+Enter saves, the next call begins. */
export function Desk() {
  const [form] = Form.useForm<Values>()
  const content = useRef<InputRef>(null)
  const from = useRef<Answer | undefined>(undefined)
  const typed = Form.useWatch('content', form) ?? ''
  const outcome = Form.useWatch('outcome', form)
  const answers = useAnswers(typed)
  const items = typed.trim() ? (answers.data?.items ?? []) : []
  const take = (answer: Answer | undefined) => {
    if (!answer) return
    from.current = answer
    form.setFieldsValue({ answer: answer.answer, ...(answer.topic && { topic: answer.topic }) })
  }
  const save = useMutation({
    mutationFn: (values: Values) => {
      const source = from.current && { corpus: from.current.corpus, entry: from.current.entry }
      return call<Logged>('POST', '/hotline/calls', { ...values, ...(source && { from: source }) })
    },
    onSuccess: () => {
      from.current = undefined
      form.resetFields()
      content.current?.focus()
    },
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') form.submit()
    else if (event.altKey && /^[1-5]$/.test(event.key)) take(items[Number(event.key) - 1])
    else return
    event.preventDefault()
    // An open list of topics would take the key for a choice.
    event.stopPropagation()
  }
  return (
    <>
      <PageTitle text="接听台" />
      <ProblemNotice error={save.error ?? answers.error} />
      <Typography.Paragraph role="status">
        {save.data ? `已保存第${save.data.id}号来电。` : 'Alt+数字采用答复，Ctrl+回车保存。'}
      </Typography.Paragraph>
      {save.data?.letter && <LetterAlert receipt={save.data.letter} />}
      <Row gutter={16}>
        <Col xs={24} lg={12}>
          <Card title="来电" style={{ marginBottom: 16 }}>
            <Form
              form={form}
              layout="vertical"
              onKeyDownCapture={onKeyDown}
              onFinish={(values) => save.mutate(values)}
              initialValues={{ kind: 'policy_consultation', outcome: 'answered' }}
            >
              <Form.Item
                name="content"
                label="来电内容"
                rules={[{ required: true, message: '请写下来电内容' }]}
              >
                <Input ref={content} autoFocus maxLength={5000} autoComplete="off" />
              </Form.Item>
              <Form.Item name="kind" label="类型">
                <Radio.Group options={options(callKindLabels)} />
              </Form.Item>
              <Form.Item name="answer" label="答复内容">
                <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={10_000} />
              </Form.Item>
              <Form.Item name="outcome" label="办理结果">
                <Radio.Group options={options(callOutcomeLabels)} />
              </Form.Item>
              <DestinationFields outcome={outcome} />
              <CallerFields asked={outcome === 'turned_into_request'} />
              <Button
                type="primary"
                htmlType="submit"
                loading={save.isPending}
                aria-keyshortcuts="Control+Enter"
              >
                保存（Ctrl+回车）
              </Button>
            </Form>
          </Card>
        </Col>
        <Col xs={24} lg={12}>
          <AnswerList answers={items} onTake={take} />
        </Col>
      </Row>
    </>
  )
}

/** Kept sealed. A request cannot be written down without somebody to ask back. Law: Order 711 art. 29 ¶2. */
function CallerFields({ asked }: { asked: boolean }) {
  const must = asked ? [{ required: true, message: '转为依申请公开的须填写' }] : []
  return (
    <Row gutter={16}>
      <Col xs={24} md={8}>
        <TopicField />
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="callerName" label="来电人（加密）" rules={must}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="callerTelephone" label="电话（加密）" rules={must}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      </Col>
    </Row>
  )
}
