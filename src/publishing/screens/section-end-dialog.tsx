import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { SectionRow } from './article-view.ts'

/** Retire, or merge into another section: items move, and the old address leads there. */
export function SectionEndDialog({
  row,
  rows,
  onClose,
}: {
  row: SectionRow
  rows: SectionRow[]
  onClose: () => void
}) {
  const queries = useQueryClient()
  const [into, setInto] = useState<number | null>(null)
  const end = useMutation({
    mutationFn: () => call('POST', `/sections/${row.id}/end`, { mergedIntoId: into }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sections'] })
      onClose()
    },
  })
  const targets = rows.filter((other) => other.id !== row.id && other.status === 'active')
  return (
    <Modal
      open
      title={`停用“${row.name}”`}
      okText={into === null ? '停用' : '合并'}
      okButtonProps={{ danger: true }}
      onOk={() => end.mutate()}
      onCancel={onClose}
      confirmLoading={end.isPending}
    >
      <ProblemNotice error={end.error} />
      <p>只停用：已公开的信息仍可访问；在办稿件须改选栏目后才能发布；下级栏目移到上一级。</p>
      <p>
        合并：信息、下级栏目和在办稿件都归入所选栏目，旧网址和订阅自动跳转；往年统计数字不变，从今天起由所选栏目计入原来的统计分组。
      </p>
      <p>两种做法都不能撤回。</p>
      <Select
        aria-label="合并到"
        allowClear
        placeholder="不合并，只停用"
        value={into}
        onChange={(value) => setInto(value ?? null)}
        options={targets.map((target) => ({ value: target.id, label: target.name }))}
        style={{ width: '100%' }}
      />
    </Modal>
  )
}
