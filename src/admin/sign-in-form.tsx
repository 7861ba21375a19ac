import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { call, Problem } from './client.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Given = { username: string; password: string; code?: string }
/** `username`: who was here, when a session ended. */
type Props = { onDone: () => void; username?: string }

export function SignInForm({ onDone, username = '' }: Props) {
  const signIn = useMutation({
    mutationFn: (given: Given) => call('POST', '/session', given),
    onSuccess: onDone,
  })
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: () => call<{ singleSignOn: boolean }>('GET', '/session/ways'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const asksCode =
    signIn.error instanceof Problem &&
    ['second_factor_needed', 'second_factor_wrong'].includes(signIn.error.code)
  return (
    <>
      <ProblemNotice error={signIn.error} />
      <Form
        layout="vertical"
        size="large"
        requiredMark={false}
        initialValues={{ username }}
        onFinish={(given) => signIn.mutate(given)}
      >
        <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
          <Input autoComplete="username" autoFocus={!username} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
          <Input.Password autoComplete="current-password" autoFocus={username !== ''} />
        </Form.Item>
        {asksCode && (
          <Form.Item
            name="code"
            label="动态验证码"
            extra="没有带身份验证器的，可以填写一个备用码。"
            rules={[{ required: true, message: '请输入验证码' }]}
          >
            <Input autoComplete="one-time-code" maxLength={20} autoFocus />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          登录
        </Button>
        {ways.data?.singleSignOn && (
          <Button block href="/api/staff/session/sso" style={{ marginTop: 12 }}>
            统一身份认证登录
          </Button>
        )}
      </Form>
    </>
  )
}
