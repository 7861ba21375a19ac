import { useQuery } from '@tanstack/react-query'
import { Col, Form, Input, Row, Select } from 'antd'
import { call } from '#admin'

type Department = { id: number; name: string }

/** A department of the agency, which then has a day to answer by; or another agency by its name. */
export function TransferFields() {
  const departments = useQuery({
    queryKey: ['letters', 'departments'],
    queryFn: () => call<{ items: Department[] }>('GET', '/letters/departments'),
    staleTime: 60_000,
  })
  const elsewhere = Form.useWatch<string | undefined>('forwardedTo')
  return (
    <Row gutter={16}>
      <Col xs={24} md={12}>
        <Form.Item
          name="unitId"
          label="转到哪个处室"
          rules={[{ required: !elsewhere, message: '请选择处室，或者填写外单位' }]}
        >
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </Col>
      <Col xs={24} md={12}>
        <Form.Item name="forwardedTo" label="外单位（不归本机关办理的）">
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Col>
    </Row>
  )
}
