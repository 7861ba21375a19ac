import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import { sectionKinds } from '#publishing/contract'
import { sectionKindLabels } from '../labels.ts'
import type { SectionRow } from './article-view.ts'
import { SectionEndDialog } from './section-end-dialog.tsx'
import { useSections } from './use-sections.ts'

/** The tree of sections: their tags, order, shortcut, and their end. */
export function Sections() {
  const sections = useSections()
  const [edited, setEdited] = useState<Partial<SectionRow>>()
  const [ending, setEnding] = useState<SectionRow>()
  const rows = sections.data ?? []
  const status = (row: SectionRow) =>
    row.status === 'active' ? null : <Tag>{row.status === 'merged' ? '已合并' : '已停用'}</Tag>
  return (
    <>
      <PageTitle text="栏目">
        <Button type="primary" onClick={() => setEdited({})}>
          新建栏目
        </Button>
      </PageTitle>
      <ProblemNotice error={sections.error} />
      <Table<SectionRow>
        rowKey="id"
        loading={sections.isPending}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 720 }}
        columns={[
          {
            title: '名称',
            render: (_, row) => (
              <>
                {row.name} {status(row)}
              </>
            ),
          },
          { title: '代码', dataIndex: 'code', width: 160 },
          {
            title: '类型',
            dataIndex: 'kind',
            width: 110,
            render: (kind: keyof typeof sectionKindLabels) => sectionKindLabels[kind],
          },
          { title: '顺序', dataIndex: 'position', width: 80 },
          {
            title: '操作',
            width: 160,
            render: (_, row) => (
              <>
                <Button type="link" onClick={() => setEdited(row)}>
                  修改
                </Button>
                {row.status === 'active' && (
                  <Button type="link" danger onClick={() => setEnding(row)}>
                    停用
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {edited && <SectionDialog row={edited} rows={rows} onClose={() => setEdited(undefined)} />}
      {ending && <SectionEndDialog row={ending} rows={rows} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function SectionDialog({
  row,
  rows,
  onClose,
}: {
  row: Partial<SectionRow>
  rows: SectionRow[]
  onClose: () => void
}) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: async () => {
      const {
        parentId = null,
        freshnessDays = null,
        shortcutPosition = null,
        ...given
      } = await form.validateFields()
      const body = { ...given, parentId, freshnessDays, shortcutPosition }
      await (row.id ? call('PUT', `/sections/${row.id}`, body) : call('POST', '/sections', body))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sections'] })
      onClose()
    },
  })
  const initialValues = {
    code: row.code,
    name: row.name,
    parentId: row.parent_id ?? undefined,
    kind: row.kind ?? 'news',
    description: row.description ?? '',
    keywords: row.keywords ?? '',
    columnType: row.column_type ?? '',
    freshnessDays: row.freshness_days ?? undefined,
    position: row.position ?? 0,
    shortcutPosition: row.shortcut_position ?? undefined,
    countsAsDisclosure: row.counts_as_disclosure ?? true,
  }
  const parents = rows.filter((other) => other.id !== row.id && other.status === 'active')
  return (
    <Modal
      open
      title={row.id ? '修改栏目' : '新建栏目'}
      okText="保存"
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemNotice error={save.error && 'errorFields' in save.error ? null : save.error} />
      <Form form={form} layout="vertical" initialValues={initialValues}>
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          extra="用在网址里：小写字母、数字和横线"
          rules={[{ required: true, message: '请填写代码' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="parentId" label="上级栏目">
          <Select allowClear options={parents.map((p) => ({ value: p.id, label: p.name }))} />
        </Form.Item>
        <Form.Item name="kind" label="类型">
          <Select options={sectionKinds.map((value) => ({ value, label: sectionKindLabels[value] }))} />
        </Form.Item>
        <Form.Item name="description" label="栏目说明（ColumnDescription）">
          <Input />
        </Form.Item>
        <Form.Item name="keywords" label="栏目关键词（ColumnKeywords）">
          <Input />
        </Form.Item>
        <Form.Item name="columnType" label="栏目类别（ColumnType）">
          <Input />
        </Form.Item>
        <Form.Item name="freshnessDays" label="至少多少天更新一次">
          <InputNumber min={1} max={3650} />
        </Form.Item>
        <Form.Item name="position" label="顺序">
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name="shortcutPosition" label="首页信息公开目录中的位置">
          <InputNumber min={1} />
        </Form.Item>
        <Form.Item name="countsAsDisclosure" valuePropName="checked">
          <Checkbox>计入主动公开信息</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
