import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { call } from './client.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Given = { oldPassword: string; newPassword: string }

/** One's own password; the other sessions end. */
export function PasswordForm({ oldLabel }: { oldLabel: string }) {
  const [form] = Form.useForm<Given>()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: ({ oldPassword, newPassword }: Given) =>
      call('PUT', '/me/password', { oldPassword, newPassword }),
    onSuccess: () => {
      form.resetFields()
      return queries.invalidateQueries()
    },
  })
  return (
    <>
      <ProblemNotice error={change.error} />
      {change.isSuccess && (
        <Alert type="success" showIcon title="密码已修改，其他登录已退出" style={{ marginBottom: 16 }} />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ maxWidth: 400 }}
        onFinish={(given) => change.mutate(given)}
      >
        <Form.Item
          name="oldPassword"
          label={oldLabel}
          rules={[{ required: true, message: `请输入${oldLabel}` }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label="新密码"
          extra="至少十二个字符，不能包含用户名。可以用一句好记的话。"
          rules={[{ required: true, message: '请输入新密码' }]}
        >
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
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存新密码
        </Button>
      </Form>
    </>
  )
}
