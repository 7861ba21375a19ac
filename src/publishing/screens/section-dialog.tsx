import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Col, Form, Input, InputNumber, Modal, Row, Select } from 'antd'
import { call, ProblemNotice } from '#admin'
import { documentKinds, sectionKinds } from '#publishing/contract'
import { documentKindLabels, originLabels, sectionKindLabels } from '../labels.ts'
import type { SectionRow } from './article-view.ts'
import { optionsOf, required } from './form-pieces.ts'

/** Everything a section is; its order is changed in the tree. */
export function SectionDialog({
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
  const departments = useQuery({
    queryKey: ['section-owners'],
    queryFn: async () =>
      (await call<{ items: { id: number; name: string }[] }>('GET', '/section-owners')).items,
  })
  const save = useMutation({
    mutationFn: async () => {
      const {
        parentId = null,
        freshnessDays = null,
        shortcutPosition = null,
        defaultDocumentKind = null,
        defaultOrigin = null,
        ...given
      } = await form.validateFields()
      const { ownerDepartmentId = null, ...rest } = given
      const body = {
        ...rest,
        parentId,
        freshnessDays,
        shortcutPosition,
        ownerDepartmentId,
        defaultDocumentKind,
        defaultOrigin,
        position: row.position ?? rows.length,
      }
      await (row.id ? call('PUT', `/sections/${row.id}`, body) : call('POST', '/sections', body))
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sections'] })
      onClose()
    },
  })
  const parents = rows.filter((other) => other.id !== row.id && other.status === 'active')
  return (
    <Modal
      open
      width={720}
      title={row.id ? '修改栏目' : '新建栏目'}
      okText="保存"
      onOk={() => save.mutate()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemNotice error={save.error && 'errorFields' in save.error ? null : save.error} />
      <Form form={form} layout="vertical" initialValues={valuesOf(row)}>
        <Row gutter={16}>
          <Half name="name" label="名称" rules={required('请填写名称')} />
          <Half
            name="code"
            label="代码"
            extra="用在网址里：小写字母、数字和横线"
            rules={required('请填写代码')}
          />
          <Col xs={24} md={12}>
            <Form.Item name="parentId" label="上级栏目">
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                options={parents.map((p) => ({ value: p.id, label: p.name }))}
              />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="kind" label="类型">
              <Select options={optionsOf(sectionKinds, sectionKindLabels)} />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="ownerDepartmentId" label="责任处室">
              <Select
                allowClear
                loading={departments.isPending}
                options={(departments.data ?? []).map((d) => ({ value: d.id, label: d.name }))}
              />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="freshnessDays" label="至少多少天更新一次" extra="不填：不检查">
              <InputNumber min={1} max={3650} style={{ width: '100%' }} />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item
              name="defaultDocumentKind"
              label="稿件通常的信息类型"
              extra="写新稿时自动选上，导入时没有注明的按此"
            >
              <Select allowClear options={optionsOf(documentKinds, documentKindLabels)} />
            </Form.Item>
          </Col>
          <Col xs={24} md={12}>
            <Form.Item name="defaultOrigin" label="稿件通常来自" extra="转载的信息不计入主动公开">
              <Select allowClear options={optionsOf(['own', 'repost'], originLabels)} />
            </Form.Item>
          </Col>
          <Half name="description" label="栏目说明（ColumnDescription）" />
          <Half name="keywords" label="栏目关键词（ColumnKeywords）" />
          <Half name="columnType" label="栏目类别（ColumnType）" />
          <Col xs={24} md={12}>
            <Form.Item name="shortcutPosition" label="首页信息公开目录中的位置" extra="不填：不在首页目录中">
              <InputNumber min={1} style={{ width: '100%' }} />
            </Form.Item>
          </Col>
        </Row>
        <Form.Item name="countsAsDisclosure" valuePropName="checked">
          <Checkbox>计入主动公开信息</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Half(item: { name: string; label: string; extra?: string; rules?: ReturnType<typeof required> }) {
  return (
    <Col xs={24} md={12}>
      <Form.Item {...item}>
        <Input />
      </Form.Item>
    </Col>
  )
}

function valuesOf(row: Partial<SectionRow>) {
  return {
    code: row.code,
    name: row.name,
    parentId: row.parent_id ?? undefined,
    kind: row.kind ?? 'news',
    description: row.description ?? '',
    keywords: row.keywords ?? '',
    columnType: row.column_type ?? '',
    ownerDepartmentId: row.owner_department_id ?? undefined,
    freshnessDays: row.freshness_days ?? undefined,
    shortcutPosition: row.shortcut_position ?? undefined,
    countsAsDisclosure: row.counts_as_disclosure ?? true,
    defaultDocumentKind: row.default_document_kind ?? undefined,
    defaultOrigin: row.default_origin ?? undefined,
  }
}
