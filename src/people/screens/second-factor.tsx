import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { ProfileView } from './profile.tsx'

type Begun = { address: string; picture: string }

/** Enrolment in three steps: password, picture and first code, recovery codes. */
export function SecondFactor({ profile }: { profile: ProfileView }) {
  const queries = useQueryClient()
  const [codes, setCodes] = useState<string[]>()
  const begin = useMutation({
    mutationFn: (given: { password: string }) => call<Begun>('POST', '/me/second-factor', given),
  })
  const confirm = useMutation({
    mutationFn: (given: { code: string }) =>
      call<{ recoveryCodes: string[] }>('PUT', '/me/second-factor', given),
    onSuccess: ({ recoveryCodes }) => {
      setCodes(recoveryCodes)
      begin.reset()
      return queries.invalidateQueries()
    },
  })
  const { secondFactor, recoveryCodesLeft } = profile
  return (
    <Card title="第二验证" style={{ marginBottom: 16 }}>
      <ProblemNotice error={confirm.error ?? begin.error} />
      {codes && <RecoveryCodes codes={codes} />}
      <p style={{ marginTop: 0 }}>
        {secondFactor
          ? `已启用。备用码还有 ${recoveryCodesLeft} 个；更换手机或者备用码快用完时，请重新设置。`
          : '尚未启用。启用后，登录时除密码外还要输入手机身份验证器上的六位动态码。'}
      </p>
      {begin.data ? (
        <Enrol begun={begin.data} pending={confirm.isPending} onConfirm={confirm.mutate} />
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          style={{ maxWidth: 400 }}
          onFinish={(given) => begin.mutate(given)}
        >
          <Form.Item name="password" label="登录密码" rules={[{ required: true, message: '请输入登录密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={begin.isPending}>
            {secondFactor ? '重新设置' : '启用第二验证'}
          </Button>
        </Form>
      )}
    </Card>
  )
}

type EnrolProps = { begun: Begun; pending: boolean; onConfirm: (given: { code: string }) => void }
function Enrol({ begun, pending, onConfirm }: EnrolProps) {
  const secret = new URL(begun.address).searchParams.get('secret') ?? ''
  return (
    <Flex gap={24} wrap align="start">
      <img src={begun.picture} alt="身份验证器二维码" width={220} height={220} />
      <div style={{ flex: '1 1 260px' }}>
        <p style={{ marginTop: 0 }}>用手机上的身份验证器扫描二维码，再输入显示的六位动态码。</p>
        <p>
          不能扫描的，手工输入密钥：
          <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
        </p>
        <Form layout="inline" style={{ rowGap: 12 }} onFinish={onConfirm}>
          <Form.Item
            name="code"
            label="动态码"
            rules={[{ required: true, pattern: /^\d{6}$/, message: '六位数字' }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={pending}>
            确认启用
          </Button>
        </Form>
      </div>
    </Flex>
  )
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBottom: 16 }}
      title="第二验证已启用，请抄下备用码"
      description={
        <>
          <p>手机不在身边时，每个备用码可以代替动态码登录一次。只显示这一次，请妥善保管。</p>
          <ul style={{ columns: '140px', margin: 0, paddingInlineStart: 20 }}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
