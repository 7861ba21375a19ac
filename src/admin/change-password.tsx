import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, Typography } from 'antd'
import { call } from './client.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Given = { oldPassword: string; newPassword: string }

/** The first sign-in ends here until the first password is changed. */
export function ChangePassword() {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Given) =>
      call('PUT', '/me/password', { oldPassword, newPassword }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: '100%', maxWidth: 440 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          请先修改初始密码
        </Typography.Title>
        <Typography.Paragraph>至少十二个字符，不能包含用户名。可以用一句好记的话。</Typography.Paragraph>
        <ProblemNotice error={change.error} />
        <Form layout="vertical" size="large" requiredMark={false} onFinish={(given) => change.mutate(given)}>
          <Form.Item
            name="oldPassword"
            label="初始密码"
            rules={[{ required: true, message: '请输入初始密码' }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="newPassword" label="新密码" rules={[{ required: true, message: '请输入新密码' }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="again"
            label="再输入一次新密码"
            dependencies={['newPassword']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error('两次输入的新密码不一致')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            保存新密码
          </Button>
        </Form>
      </Card>
    </main>
  )
}
