import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice, ShortTable } from '#admin'
import type { SectionRow } from './article-view.ts'
import { required } from './form-pieces.ts'

type Member = { section_id: number; counts_from: string | null }
type Group = { key: string; name: string; section_ids: number[]; members: Member[] }

/** Sections that the statistics count together; a report of an earlier year needs each group, so none is deleted. */
export function SectionGroups({ sections }: { sections: readonly SectionRow[] }) {
  const [edited, setEdited] = useState<Partial<Group>>()
  const groups = useQuery({
    queryKey: ['section-groups'],
    queryFn: async () => (await call<{ items: Group[] }>('GET', '/section-groups')).items,
  })
  const nameOf = (id: number) => sections.find((section) => section.id === id)?.name ?? `编号 ${id}`
  const memberText = ({ section_id, counts_from }: Member) =>
    nameOf(section_id) + (counts_from ? `（${counts_from}起）` : '')
  return (
    <>
      <p>
        统计和年度报告按分组合计栏目的信息数，一个栏目可以在几个分组里。调整后，统计数字按新的分组重新计算；已停用或合并的栏目请留在分组中，往年数字才不会改变。
      </p>
      <ProblemNotice error={groups.error} />
      <Button style={{ marginBottom: 12 }} onClick={() => setEdited({})}>
        新建分组
      </Button>
      <ShortTable<Group>
        rowKey="key"
        size="small"
        name="统计分组"
        loading={groups.isPending}
        rows={groups.data ?? []}
        empty="还没有分组"
        columns={[
          { title: '名称', width: 180, text: (group) => group.name },
          { title: '代码', width: 160, text: (group) => group.key },
          {
            title: '栏目',
            text: ({ members }) => members.map(memberText).join('、') || '（空）',
            render: ({ members }) => (
              <div style={{ minWidth: 200, maxWidth: 640, whiteSpace: 'normal' }}>
                {members.map(memberText).join('、') || '（空）'}
              </div>
            ),
          },
          {
            title: '操作',
            width: 90,
            render: (group) => (
              <Button type="link" size="small" onClick={() => setEdited(group)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {edited && <GroupDialog group={edited} sections={sections} onClose={() => setEdited(undefined)} />}
    </>
  )
}

function GroupDialog({
  group,
  sections,
  onClose,
}: {
  group: Partial<Group>
  sections: readonly SectionRow[]
  onClose: () => void
}) {
  const [form] = Form.useForm<{ key: string; name: string; sectionIds: number[] }>()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: async () => {
      const { key, ...body } = await form.validateFields()
      await call('PUT', `/section-groups/${key}`, body)
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['section-groups'] })
      onClose()
    },
  })
  const initial = { key: group.key, name: group.name, sectionIds: group.section_ids ?? [] }
  const code = {
    pattern: /^[a-z][a-z0-9_-]{0,49}$/,
    message: '小写字母开头，可用小写字母、数字、横线和下划线',
  }
  return (
    <Modal
      open
      title={group.key ? '修改分组' : '新建分组'}
      okText="保存"
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemNotice error={save.error && 'errorFields' in save.error ? null : save.error} />
      <Form form={form} layout="vertical" initialValues={initial}>
        <Form.Item name="name" label="名称" rules={required('请填写名称')}>
          <Input />
        </Form.Item>
        <Form.Item name="key" label="代码" rules={[...required('请填写代码'), code]}>
          <Input disabled={group.key !== undefined} />
        </Form.Item>
        <Form.Item name="sectionIds" label="栏目">
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={sections.map((section) => ({
              value: section.id,
              label: section.status === 'active' ? section.name : `${section.name}（已停用）`,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
