import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import { type CaseMove, caseMoves, type MoveField, proposedValues } from './moves.ts'
import type { RequestView } from './request-view.ts'

/** Only what this person may do with this case now (`abilities`); the dialog asks what the move needs. */
export function CaseMoves({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const [open, setOpen] = useState<CaseMove>()
  const { id } = view.request
  const move = useMutation({
    mutationFn: ({ noun, body }: { noun: string; body: object }) =>
      call('POST', `/foi/requests/${id}/${noun}`, body),
    onSuccess: () => {
      setOpen(undefined)
      onMoved()
    },
  })
  const possible = caseMoves.filter((known) => view.abilities[known.ability] && isTimely(known, view))
  return (
    <>
      {possible.map((known) => (
        <Button
          key={known.label}
          type={known.primary ? 'primary' : 'default'}
          onClick={() => {
            move.reset()
            setOpen(known)
          }}
        >
          {known.label}
        </Button>
      ))}
      {open && (
        <MoveDialog
          move={open}
          known={proposedValues(open, view.events)}
          busy={move.isPending}
          error={move.error}
          onClose={() => setOpen(undefined)}
          onSend={(values) => move.mutate({ noun: open.noun, body: { ...open.fixed, ...values } })}
        />
      )}
    </>
  )
}

/** The server refuses the rest anyway; a button that can only be refused is not shown. */
function isTimely({ label, noun, fixed }: CaseMove, { request, mayRecord, feeBasis }: RequestView): boolean {
  if (fixed) return mayRecord.some((kind) => kind === fixed.kind)
  if (label === '申请延长期限') return mayRecord.includes('extension')
  if (noun === 'costs') return !feeBasis.applies && request.receivedOn !== null
  if (label === '接收承办') return request.handlerId === null
  if (label === '退回重新交办') return request.handlerId !== null
  if (label === '补录申请人信息') return request.lacks.length > 0
  if (label === '转到信箱办理') return request.outcome === 'unprocessed_petition'
  return true
}

function MoveDialog(given: {
  move: CaseMove
  /** What is known already and may be changed. */
  known: Record<string, unknown>
  busy: boolean
  error: unknown
  onClose: () => void
  onSend: (values: object) => void
}) {
  const { move, known, busy, error, onClose, onSend } = given
  const [form] = Form.useForm()
  const send = async () => {
    const values = (await form.validateFields()) as Record<string, unknown>
    onSend(
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')),
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
      width={640}
    >
      <ProblemNotice error={error} />
      {move.fields.length === 0 && <p>确定“{move.label}”吗？</p>}
      <Form name="move" form={form} layout="vertical">
        {move.fields.map((field) => (
          <Form.Item
            key={field.name}
            name={field.name}
            label={field.label}
            rules={field.required ? [{ required: true, message: `请填写${field.label}` }] : []}
            initialValue={known[field.name] ?? field.initial}
          >
            {control(field)}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}

function control({ kind, options = {} }: MoveField) {
  switch (kind) {
    case 'date':
      return <Input type="date" />
    case 'long':
      return <Input.TextArea autoSize={{ minRows: 4 }} maxLength={40_000} />
    case 'number':
      return <InputNumber min={0} style={{ width: '100%' }} />
    case 'select':
      return (
        <Select allowClear options={Object.entries(options).map(([value, label]) => ({ value, label }))} />
      )
    default:
      return <Input maxLength={500} />
  }
}
