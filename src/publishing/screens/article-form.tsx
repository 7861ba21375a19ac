import { Card, Col, Form, type FormInstance, Input, Row, Select, TreeSelect } from 'antd'
import {
  documentKinds,
  effectivenessValues,
  interpretationForms,
  opennessValues,
  openStages,
} from '#publishing/contract'
import {
  documentKindLabels,
  effectivenessLabels,
  interpretationFormLabels,
  opennessLabels,
  openStageLabels,
} from '../labels.ts'
import { Attachments } from './attachments.tsx'
import { RichText } from './editor/rich-text.tsx'
import { useSections } from './use-sections.ts'

const optionsOf = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }))
const required = (message: string) => [{ required: true, message }]
const policies = ['normative_document', 'policy_document', 'plan', 'notice']

/** The fields of an item; which of them are asked depends on what it is. */
export function ArticleForm({
  form,
  initial,
  onChange,
}: {
  form: FormInstance
  initial: object
  onChange?: () => void
}) {
  return (
    <Form form={form} layout="vertical" initialValues={initial} onValuesChange={onChange} scrollToFirstError>
      <Card style={{ marginBottom: 16 }}>
        <Essentials />
        <Form.Item name="bodyHtml" label="正文">
          <RichText />
        </Form.Item>
      </Card>
      <Card title="附件" style={{ marginBottom: 16 }}>
        <Form.Item name="attachments" noStyle>
          <Attachments />
        </Form.Item>
      </Card>
      <Card title="来源" style={{ marginBottom: 16 }}>
        <SourceFields />
      </Card>
      <Card title="公开属性" style={{ marginBottom: 16 }}>
        <DisclosureFields />
      </Card>
    </Form>
  )
}

function Essentials() {
  const sections = useSections()
  const tree = (sections.data ?? [])
    .filter((section) => section.status === 'active')
    .map((section) => ({
      id: section.id,
      pId: section.parent_id ?? 0,
      value: section.id,
      title: section.name,
    }))
  return (
    <>
      <Form.Item name="title" label="标题" rules={required('请填写标题')}>
        <Input maxLength={500} size="large" />
      </Form.Item>
      <Row gutter={16}>
        <Col xs={24} md={12}>
          <Form.Item name="sectionId" label="栏目" rules={required('请选择栏目')}>
            <TreeSelect
              treeData={tree}
              treeDataSimpleMode
              showSearch={{ treeNodeFilterProp: 'title' }}
              treeDefaultExpandAll
              loading={sections.isPending}
            />
          </Form.Item>
        </Col>
        <Col xs={24} md={12}>
          <Form.Item name="keywords" label="关键词" extra="多个关键词用逗号分开">
            <Input />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="summary" label="摘要">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function SourceFields() {
  const origin = Form.useWatch('origin')
  return (
    <Row gutter={16}>
      <Col xs={24} md={8}>
        <Form.Item name="origin" label="稿件来自">
          <Select
            options={[
              { value: 'own', label: '本机关' },
              { value: 'repost', label: '转载' },
            ]}
          />
        </Form.Item>
      </Col>
      <Col xs={24} md={16}>
        <Form.Item name="sourceName" label="来源名称">
          <Input />
        </Form.Item>
      </Col>
      {origin === 'repost' && (
        <>
          <Col xs={24} md={16}>
            <Form.Item name="sourceUrl" label="原文网址" rules={[{ type: 'url', message: '请填写完整网址' }]}>
              <Input placeholder="https://" />
            </Form.Item>
          </Col>
          <Col xs={24} md={8}>
            <Form.Item name="originallyPublishedOn" label="原发布日期">
              <Input type="date" />
            </Form.Item>
          </Col>
        </>
      )}
    </Row>
  )
}

function DisclosureFields() {
  const kind = Form.useWatch('documentKind')
  const openness = Form.useWatch('openness')
  return (
    <Row gutter={16}>
      <Col xs={24} md={8}>
        <Form.Item name="documentKind" label="信息类型">
          <Select options={optionsOf(documentKinds, documentKindLabels)} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="openness" label="公开方式">
          <Select options={optionsOf(opennessValues, opennessLabels)} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="openStage" label="五公开环节">
          <Select allowClear options={optionsOf(openStages, openStageLabels)} />
        </Form.Item>
      </Col>
      {openness !== 'proactive' && (
        <Col span={24}>
          <Form.Item name="opennessReason" label="理由和依据">
            <Input />
          </Form.Item>
        </Col>
      )}
      {kind === 'interpretation' && (
        <Col xs={24} md={8}>
          <Form.Item name="interpretationForm" label="解读形式" rules={required('请选择解读形式')}>
            <Select options={optionsOf(interpretationForms, interpretationFormLabels)} />
          </Form.Item>
        </Col>
      )}
      {policies.includes(kind) && <PolicyFields />}
    </Row>
  )
}

function PolicyFields() {
  return (
    <>
      <Col xs={24} md={8}>
        <Form.Item name="documentNumber" label="文号">
          <Input />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="issuingBody" label="发文机关">
          <Input />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="documentDate" label="成文日期">
          <Input type="date" />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="effectiveness" label="效力状态">
          <Select allowClear options={optionsOf(effectivenessValues, effectivenessLabels)} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="subjectCategory" label="主题分类">
          <Input />
        </Form.Item>
      </Col>
    </>
  )
}
