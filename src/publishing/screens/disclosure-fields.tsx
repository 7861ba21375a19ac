import { Col, Form, Input, Row, Select } from 'antd'
import {
  documentKinds,
  interpretationForms,
  isPolicyKind,
  opennessValues,
  openStages,
} from '#publishing/contract'
import { documentKindLabels, interpretationFormLabels, opennessLabels, openStageLabels } from '../labels.ts'
import { optionsOf, required } from './form-pieces.ts'
import { PolicyFields } from './policy-fields.tsx'

const reasonHints: Record<string, string> = {
  on_request: '例如：过程性信息、内部事务信息，或者仅涉及特定对象',
  not_disclosed: '写明依据，例如：《政府信息公开条例》第十四条、第十五条、第十六条',
}

/** What it is, and how open; what is not disclosed on own initiative needs its reason. */
export function DisclosureFields({ articleId }: { articleId?: number | undefined }) {
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
      {openness && openness !== 'proactive' && (
        <Col span={24}>
          <Form.Item
            name="opennessReason"
            label="理由和依据"
            rules={required('请写明理由和依据')}
            extra={reasonHints[openness]}
          >
            <Input maxLength={500} />
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
      {isPolicyKind(kind) && <PolicyFields articleId={articleId} />}
    </Row>
  )
}
