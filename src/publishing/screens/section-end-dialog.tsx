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
      okText="停用"
      okButtonProps={{ danger: true }}
      onOk={() => end.mutate()}
      onCancel={onClose}
      confirmLoading={end.isPending}
    >
      <ProblemNotice error={end.error} />
      <p>只停用：已公开的信息仍可访问。合并：信息移到所选栏目，旧网址自动跳转。两种做法都不能撤回。</p>
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
