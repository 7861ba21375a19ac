import { Button, Card, Form, Input, Select } from 'antd'
import type { Change } from './staff-list.tsx'

type Props = { departments: readonly { value: number; label: string }[]; pending: boolean; onMake: Change }

export function NewAccount({ departments, pending, onMake }: Props) {
  return (
    <Card style={{ marginBottom: 16 }} title="新建账号" size="small">
      <Form
        layout="inline"
        style={{ rowGap: 12 }}
        onFinish={(given) => onMake('POST', '/staff', { ...given, roles: [] })}
      >
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input />
        </Form.Item>
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
          <Input />
        </Form.Item>
        <Form.Item name="departmentId" label="所在处室">
          <Select allowClear options={[...departments]} style={{ width: 180 }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pending}>
          新建账号
        </Button>
      </Form>
    </Card>
  )
}
