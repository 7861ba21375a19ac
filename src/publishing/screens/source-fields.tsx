import { Col, Form, Input, Row, Select } from 'antd'
import { originLabels } from '../labels.ts'
import { optionsOf } from './form-pieces.ts'

/** Where the text comes from; a repost names its source, its address and its day. */
export function SourceFields() {
  const origin = Form.useWatch('origin')
  return (
    <Row gutter={16}>
      <Col xs={24} md={8}>
        <Form.Item name="origin" label="稿件来自">
          <Select options={optionsOf(['own', 'repost'], originLabels)} />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="sourceName" label="来源名称">
          <Input />
        </Form.Item>
      </Col>
      <Col xs={24} md={8}>
        <Form.Item name="authorName" label="作者">
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
