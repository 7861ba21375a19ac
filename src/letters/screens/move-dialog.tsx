import { Cascader, Checkbox, Form, Input, Modal, Select } from 'antd'
import { ProblemNotice } from '#admin'
import type { LetterMove, MoveField } from './moves.ts'
import { topicChoices, useDepartments, useTopics } from './queries.ts'

type Values = Record<string, unknown>

export function MoveDialog(given: {
  move: LetterMove
  busy: boolean
  error: unknown
  onClose: () => void
  onSend: (values: Values) => void
}) {
  const { move, busy, error, onClose, onSend } = given
  const [form] = Form.useForm<Values>()
  const values = Form.useWatch([], form) ?? {}
  const asked = move.fields.filter((field) => field.when?.(values) !== false)
  const send = async () => {
    const filled = Object.entries(await form.validateFields()).filter(
      ([, value]) => value !== undefined && value !== '',
    )
    // A cascade gives the whole path; the last one is meant.
    onSend(
      Object.fromEntries(filled.map(([name, value]) => [name, name === 'topicId' ? last(value) : value])),
    )
  }
  return (
    <Modal
      open
      title={move.label}
      okText="确定"
      onOk={send}
      onCancel={onClose}
      confirmLoading={busy}
      width={600}
    >
      <ProblemNotice error={error} />
      {move.fields.length === 0 && <p>确定“{move.label}”吗？</p>}
      <Form form={form} layout="vertical">
        {asked.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.kind === 'check' ? undefined : field.label}
            valuePropName={field.kind === 'check' ? 'checked' : 'value'}
            extra={field.help}
            rules={field.required ? [{ required: true, message: `请填写${field.label}` }] : []}
          >
            <Control field={field} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}

const last = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value)

/** `given`: value and change handler that the form's item puts in. */
function Control({ field, ...given }: { field: MoveField }) {
  const departments = useDepartments()
  const topics = useTopics()
  const choices = (departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  switch (field.kind) {
    case 'long':
      return <Input.TextArea {...given} autoSize={{ minRows: 3 }} maxLength={5000} />
    case 'select':
      return (
        <Select
          {...given}
          options={Object.entries(field.options ?? {}).map(([value, label]) => ({ value, label }))}
        />
      )
    case 'department':
      return <Select {...given} options={choices} showSearch optionFilterProp="label" />
    case 'departments':
      return <Select {...given} options={choices} mode="multiple" optionFilterProp="label" />
    case 'topic':
      return (
        <Cascader {...given} options={topicChoices(topics.data?.items ?? [])} changeOnSelect showSearch />
      )
    case 'check':
      return <Checkbox {...given}>{field.label}</Checkbox>
    default:
      return <Input {...given} maxLength={200} />
  }
}
