import { Form, Input, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '#admin'
import { type Finding, withdrawalKinds } from '#publishing/contract'
import { withdrawalLabels } from '../labels.ts'
import { ArticleSelect } from './article-select.tsx'
import { required } from './form-pieces.ts'
import { acceptedOf, WordFields, type Words } from './word-fields.tsx'

type Move = { method?: string; noun: string; body?: object }
export type MoveControl = {
  move: { mutate: (move: Move) => void; isPending: boolean; error: unknown }
  onClose: () => void
}
/** An instant as the field of a Beijing clock writes it, and back. */
const fieldOf = (at: string | undefined) =>
  at && new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16)
const instantOf = (field: string) => `${field}:00+08:00`

type Warned = { findings: readonly Finding[] }

/** Publishing after a warning came up that no reviewer saw: the publisher answers it. */
export function PublicationDialog({ findings, ...control }: MoveControl & Warned) {
  const moveOf = ({ words }: { words?: Words }) => ({
    noun: 'publication',
    body: { acceptedWarnings: acceptedOf(words) },
  })
  return (
    <MoveDialog title="立即发布" moveOf={moveOf} {...control}>
      <p>审核之后又检查出下列提醒，请写明处理意见。需要修改的，请退回编辑并重新提交审核。</p>
      <WordFields findings={findings} />
    </MoveDialog>
  )
}

export function ScheduleDialog({
  at,
  findings,
  ...control
}: MoveControl & Warned & { at?: string | undefined }) {
  const moveOf = (given: { at: string; words?: Words }) => ({
    method: 'PUT',
    noun: 'schedule',
    body: { publishAt: instantOf(given.at), acceptedWarnings: acceptedOf(given.words) },
  })
  return (
    <MoveDialog
      title={at ? '更改发布时间' : '定时发布'}
      moveOf={moveOf}
      initial={{ at: fieldOf(at) }}
      {...control}
    >
      <Form.Item name="at" label="发布时间（北京时间）" rules={required('请选择时间')}>
        <Input type="datetime-local" />
      </Form.Item>
      <WordFields findings={findings} />
    </MoveDialog>
  )
}

export function EmergencyDialog({ findings, ...control }: MoveControl & Warned) {
  const moveOf = ({ words, ...given }: { reason: string; words?: Words }) => ({
    noun: 'emergency',
    body: { ...given, acceptedWarnings: acceptedOf(words) },
  })
  return (
    <MoveDialog title="紧急发布" moveOf={moveOf} {...control}>
      <p>跳过审核程序先行发布，须由另一人复核，复核前一直标记。</p>
      <Form.Item
        name="reason"
        label="紧急理由"
        rules={[...required('请写明紧急理由'), { min: 5, message: '请写得更具体' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <WordFields findings={findings} />
    </MoveDialog>
  )
}

export function ConfirmationDialog({ shownHash, ...control }: MoveControl & { shownHash: string | null }) {
  const moveOf = (given: { comment: string }) => ({
    method: 'PUT',
    noun: 'emergency/confirmation',
    body: { ...given, contentHash: shownHash },
  })
  return (
    <MoveDialog title="复核紧急发布" moveOf={moveOf} {...control}>
      <p>请核对公开页面的内容后写明复核意见。内容有误的，请联系签发人员撤稿。</p>
      <Form.Item name="comment" label="复核意见" rules={required('请写明复核意见')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </MoveDialog>
  )
}

type Withdrawal = { kind: string; reason: string; mergedIntoId?: number | null; at?: string | null }

/** Now, or at a minute to come. */
export function WithdrawalDialog({
  later,
  known,
  articleId,
  ...control
}: MoveControl & { later: boolean; known?: Withdrawal | null; articleId: number }) {
  const moveOf = ({ at, ...given }: Withdrawal) => {
    const body = { ...given, mergedIntoId: given.mergedIntoId ?? null }
    return later && at
      ? { method: 'PUT', noun: 'withdrawal-schedule', body: { ...body, withdrawAt: instantOf(at) } }
      : { noun: 'withdrawal', body }
  }
  const initial = known ? { ...known, at: fieldOf(known.at ?? undefined) } : {}
  return (
    <MoveDialog title={later ? '定时撤稿' : '撤稿'} moveOf={moveOf} initial={initial} {...control}>
      {later && (
        <Form.Item name="at" label="撤稿时间（北京时间）" rules={required('请选择时间')}>
          <Input type="datetime-local" />
        </Form.Item>
      )}
      <Form.Item name="kind" label="撤稿方式" rules={required('请选择撤稿方式')}>
        <Select options={withdrawalKinds.map((value) => ({ value, label: withdrawalLabels[value] }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'merged' && (
            <Form.Item name="mergedIntoId" label="合并到" rules={required('请选择合并目标')}>
              <ArticleSelect kinds="published" except={articleId} label="按标题查找已公开的信息" />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="reason" label="撤稿原因（显示给公众）" rules={required('请填写撤稿原因')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
    </MoveDialog>
  )
}

function MoveDialog<Given extends object>({
  title,
  moveOf,
  move,
  onClose,
  initial = {},
  children,
}: MoveControl & { title: string; moveOf: (given: Given) => Move; initial?: object; children: ReactNode }) {
  const [form] = Form.useForm<Given>()
  const confirm = () =>
    form.validateFields().then(
      (given) => move.mutate(moveOf(given)),
      () => undefined,
    )
  return (
    <Modal open title={title} okText="确定" onOk={confirm} onCancel={onClose} confirmLoading={move.isPending}>
      <ProblemNotice error={move.error} />
      <Form form={form} layout="vertical" initialValues={initial}>
        {children}
      </Form>
    </Modal>
  )
}
