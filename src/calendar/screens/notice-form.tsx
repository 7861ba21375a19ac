import { Button, Card, Col, Form, type FormInstance, Input, InputNumber, Radio, Row, Select } from 'antd'
import type { GivenNotice } from './notice-input.ts'

type Props = {
  form: FormInstance<GivenNotice>
  pending: boolean
  onChange: () => void
  onFinish: (given: GivenNotice) => void
}
const needed = (message: string) => [{ required: true, message }]
const empty = { covers: 'whole_year', issuedOn: '', documentNumber: '', url: '', days: [] } as const

export function NoticeForm({ form, pending, onChange, onFinish }: Props) {
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ ...empty, year: new Date().getFullYear() + 1 }}
      onValuesChange={onChange}
      onFinish={onFinish}
    >
      <Card title="通知" style={{ marginBottom: 16 }}>
        <Row gutter={16}>
          <Col xs={24} sm={8} lg={4}>
            <Form.Item name="year" label="年份" rules={needed('请填写年份')}>
              <InputNumber min={2008} max={2100} style={{ width: '100%' }} />
            </Form.Item>
          </Col>
          <Col xs={24} sm={16} lg={12}>
            <Form.Item name="source" label="通知名称" rules={needed('请填写通知名称')}>
              <Input placeholder="国务院办公厅关于2027年部分节假日安排的通知" />
            </Form.Item>
          </Col>
          <Col xs={24} sm={12} lg={8}>
            <Form.Item name="documentNumber" label="文号">
              <Input placeholder="国办发明电〔2026〕9号" />
            </Form.Item>
          </Col>
          <Col xs={24} sm={12} lg={8}>
            <Form.Item name="issuedOn" label="发布日期">
              <Input type="date" />
            </Form.Item>
          </Col>
          <Col xs={24} sm={24} lg={16}>
            <Form.Item name="url" label="原文网址">
              <Input type="url" />
            </Form.Item>
          </Col>
        </Row>
        <Form.Item name="covers" label="这份通知" style={{ marginBottom: 0 }}>
          <Radio.Group
            options={[
              { value: 'whole_year', label: '安排全年的节假日' },
              { value: 'named_holidays', label: '只修改所列的节日，其余不变' },
            ]}
          />
        </Form.Item>
      </Card>
      <Card title="放假和调休上班的日期" style={{ marginBottom: 16 }}>
        <Days />
      </Card>
      <Button type="primary" htmlType="submit" loading={pending}>
        预览变化
      </Button>
    </Form>
  )
}

function Days() {
  return (
    <Form.List name="days">
      {(fields, { add, remove }) => (
        <>
          {fields.length === 0 && <p style={{ marginTop: 0 }}>周末不必列出，除非在放假安排之内。</p>}
          {fields.map(({ key, name }, at) => (
            <Row key={key} gutter={8} align="top">
              <Col xs={24} sm={7}>
                <Form.Item name={[name, 'day']} rules={needed('请选择日期')}>
                  <Input type="date" aria-label={`第${at + 1}行的日期`} />
                </Form.Item>
              </Col>
              <Col xs={9} sm={6}>
                <Form.Item name={[name, 'kind']}>
                  <Select
                    aria-label={`第${at + 1}行的类型`}
                    options={[
                      { value: 'off', label: '放假' },
                      { value: 'make_up', label: '调休上班' },
                    ]}
                  />
                </Form.Item>
              </Col>
              <Col xs={9} sm={7}>
                <Form.Item name={[name, 'name']} rules={needed('请填写节日')}>
                  <Input aria-label={`第${at + 1}行的节日`} placeholder="节日" />
                </Form.Item>
              </Col>
              <Col xs={6} sm={4}>
                <Button type="link" danger aria-label={`删除第${at + 1}行`} onClick={() => remove(name)}>
                  删除
                </Button>
              </Col>
            </Row>
          ))}
          <Button onClick={() => add({ kind: 'off', day: '', name: '' })}>添加一天</Button>
        </>
      )}
    </Form.List>
  )
}
