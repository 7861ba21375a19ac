import { useMutation } from '@tanstack/react-query'
import { Button, Card, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { type AnswerPart, type Outcome, type OutcomeDetail, outcomes } from '#foi/contract'
import { outcomeDetailLabels, outcomeInWords } from '../labels.ts'
import { detailOr, detailsOf, goesWith, mustSayWhich } from '../outcome-details.ts'
import { answerBasis } from '../outcome-rules.ts'
import type { RequestView } from './request-view.ts'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const must = (message: string) => [{ required: true, message }]

type Drafted = { outcome?: Outcome; outcomeDetail?: OutcomeDetail | null; parts?: Partial<AnswerPart>[] }

/** The answer with its legal basis; a partial one says of each part what happens to it. Law: Order 711 art. 36, art. 37. */
export function DraftAnswer({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Drafted>()
  const outcome = Form.useWatch('outcome', form)
  const outcomeDetail = Form.useWatch('outcomeDetail', form)
  const parts = Form.useWatch('parts', form) ?? []
  const settled = outcome && (outcomeDetail || !mustSayWhich(outcome))
  const basis =
    settled && answerBasis({ outcome, outcomeDetail, parts: chosen(parts) }, view.request.rules ?? '711')
  const draft = useMutation({
    mutationFn: (values: object) => call('POST', `/foi/requests/${view.request.id}/answers`, values),
    onSuccess: () => {
      setOpen(false)
      onMoved()
    },
  })
  /** A detail of the outcome before goes; the usual one of the new outcome comes, if there is one. */
  const settle = (changed: Drafted) => {
    if (changed.outcome) form.setFieldValue('outcomeDetail', usual(changed.outcome))
    changed.parts?.forEach((part, at) => {
      const name: ['parts', number, 'outcomeDetail'] = ['parts', at, 'outcomeDetail']
      const outcome = part?.outcome
      const detail: OutcomeDetail | null | undefined = form.getFieldValue(name)
      if (outcome && (!detail || !goesWith(outcome, detail))) form.setFieldValue(name, usual(outcome))
    })
  }
  if (!view.abilities.draft_answer) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        拟写答复
      </Button>
      <Modal
        open={open}
        title="拟写答复"
        okText="确定"
        width={760}
        confirmLoading={draft.isPending}
        onOk={async () => draft.mutate(await form.validateFields())}
        onCancel={() => setOpen(false)}
      >
        <ProblemNotice error={draft.error} />
        <Form<Drafted> name="answer" form={form} layout="vertical" onValuesChange={settle}>
          <Form.Item
            name="outcome"
            label="处理结果"
            rules={must('请选择处理结果')}
            extra={basis && `依据：${basis}`}
          >
            <Select showSearch optionFilterProp="label" options={options(ofAnswer)} />
          </Form.Item>
          <Which key={outcome} outcome={outcome} name={['outcomeDetail']} />
          {outcome === 'partly_granted' && <Parts chosen={parts} />}
          <Form.Item
            name="body"
            label="答复内容和理由"
            rules={must('请填写答复内容和理由')}
            extra="选定提供给申请人的材料随答复一起审批；提交后要改动，先撤回拟稿。"
          >
            <Input.TextArea autoSize={{ minRows: 5 }} maxLength={40_000} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}

/** Parts whose treatment is chosen already. */
const chosen = (parts: readonly Partial<AnswerPart>[]): AnswerPart[] =>
  parts.flatMap(({ part = '', outcome, outcomeDetail = null, reason = '' }) =>
    outcome ? [{ part, outcome, outcomeDetail, reason }] : [],
  )

const usual = (outcome: Outcome) => (mustSayWhich(outcome) ? null : detailOr(outcome, null))

/** Only where one row is two things before the law. */
function Which({ outcome, name }: { outcome: Outcome | undefined; name: (string | number)[] }) {
  const details = outcome ? detailsOf(outcome) : []
  if (!outcome || details.length === 0) return null
  return (
    <Form.Item name={name} label="具体情形" rules={must('请选择具体情形')}>
      <Select options={details.map((value) => ({ value, label: outcomeDetailLabels[value] }))} />
    </Form.Item>
  )
}

const ofAnswer = Object.fromEntries(outcomes.map((outcome) => [outcome, outcomeInWords(outcome)]))
const ofPart = Object.fromEntries(
  outcomes
    .filter((outcome) => outcome !== 'partly_granted' && !outcome.startsWith('other'))
    .map((outcome) => [outcome, outcomeInWords(outcome)]),
)

function Parts({ chosen }: { chosen: readonly Partial<AnswerPart>[] }) {
  return (
    <Form.List name="parts" initialValue={[{ outcome: 'granted', outcomeDetail: usual('granted') }, {}]}>
      {(fields, { add, remove }) => (
        <Card size="small" title="区分处理（至少一项公开、一项不公开）" style={{ marginBottom: 16 }}>
          {fields.map(({ key, name }, at) => (
            <Card key={key} size="small" type="inner" title={`第${at + 1}部分`} style={{ marginBottom: 12 }}>
              <Form.Item name={[name, 'part']} label="哪一部分" rules={must('请写明是哪一部分')}>
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item name={[name, 'outcome']} label="怎样处理" rules={must('请选择怎样处理')}>
                <Select showSearch optionFilterProp="label" options={options(ofPart)} />
              </Form.Item>
              <Which
                key={chosen[name]?.outcome}
                outcome={chosen[name]?.outcome}
                name={[name, 'outcomeDetail']}
              />
              <Form.Item name={[name, 'reason']} label="不公开的理由">
                <Input.TextArea autoSize maxLength={2000} />
              </Form.Item>
              {fields.length > 2 && <Button onClick={() => remove(name)}>去掉这一部分</Button>}
            </Card>
          ))}
          <Button onClick={() => add()}>增加一部分</Button>
        </Card>
      )}
    </Form.List>
  )
}
