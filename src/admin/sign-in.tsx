import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Form, Input, Typography } from 'antd'
import { call, Problem } from './client.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Given = { username: string; password: string; code?: string }

export function SignIn() {
  const queries = useQueryClient()
  const signIn = useMutation({
    mutationFn: (given: Given) => call('POST', '/session', given),
    onSuccess: () => queries.invalidateQueries(),
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
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 24, marginTop: 0 }}>
          政务公开工作台
        </Typography.Title>
        <ProblemNotice error={signIn.error} />
        <Form layout="vertical" size="large" requiredMark={false} onFinish={(given) => signIn.mutate(given)}>
          <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asksCode && (
            <Form.Item name="code" label="动态验证码" rules={[{ pattern: /^\d{6}$/, message: '六位数字' }]}>
              <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
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
      </Card>
    </main>
  )
}
