import { Col, Form, Input, Row, Select, TreeSelect } from 'antd'
import { useEffect } from 'react'
import { mediaLabels } from '../labels.ts'
import { optionsOf, required } from './form-pieces.ts'
import { useSections } from './use-sections.ts'

/** Title, place, and what the item is made of. */
export function Essentials() {
  const media = Form.useWatch('media')
  return (
    <>
      <Form.Item name="title" label="标题" rules={required('请填写标题')}>
        <Input maxLength={500} size="large" />
      </Form.Item>
      <Form.Item name="subtitle" label="副标题">
        <Input maxLength={500} />
      </Form.Item>
      <Row gutter={16}>
        <Col xs={24} md={8}>
          <Section />
        </Col>
        <Col xs={24} md={8}>
          <Form.Item name="media" label="形式">
            <Select options={optionsOf(['text', 'picture', 'video', 'link'], mediaLabels)} />
          </Form.Item>
        </Col>
        <Col xs={24} md={8}>
          <Form.Item name="keywords" label="关键词" extra="多个关键词用逗号分开">
            <Input />
          </Form.Item>
        </Col>
      </Row>
      {media === 'link' && (
        <Form.Item
          name="linkUrl"
          label="链接地址"
          rules={[...required('请填写链接地址'), { type: 'url', message: '请填写完整网址' }]}
        >
          <Input placeholder="https://" />
        </Form.Item>
      )}
      <Form.Item name="summary" label="摘要">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function Section() {
  const sections = useSections()
  const form = Form.useFormInstance()
  const chosen = Form.useWatch('sectionId', form)
  const ended = sections.data?.find(({ id, status }) => id === chosen && status !== 'active')
  // Where a merged section leads is where the item will be published.
  const leadsTo = ended?.merged_into_id
  useEffect(() => {
    if (leadsTo) form.setFieldValue('sectionId', leadsTo)
  }, [leadsTo, form])
  /** A section proposes what its items usually are; what somebody chose stays. */
  const propose = (id: number) => {
    const { default_document_kind: kind, default_origin: origin } =
      sections.data?.find((row) => row.id === id) ?? {}
    if (kind && form.getFieldValue('documentKind') === 'general') form.setFieldValue('documentKind', kind)
    if (origin && !form.isFieldTouched('origin')) form.setFieldValue('origin', origin)
  }
  const tree = (sections.data ?? [])
    .filter((section) => section.status === 'active')
    .map((section) => ({
      id: section.id,
      pId: section.parent_id ?? 0,
      value: section.id,
      title: section.name,
    }))
  return (
    <Form.Item
      name="sectionId"
      label="栏目"
      rules={required('请选择栏目')}
      extra={ended && !leadsTo ? `原栏目“${ended.name}”已停用，请另选` : undefined}
    >
      <TreeSelect
        treeData={tree}
        onSelect={propose}
        treeDataSimpleMode
        showSearch={{ treeNodeFilterProp: 'title' }}
        treeDefaultExpandAll
        loading={sections.isPending}
      />
    </Form.Item>
  )
}
