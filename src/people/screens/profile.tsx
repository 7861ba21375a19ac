import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Popconfirm, Skeleton, Table, Tag } from 'antd'
import { call, PageTitle, PasswordForm, ProblemNotice, useMe, whenText } from '#admin'
import type { Role, SignInWay } from '#people/contract'
import { roleLabels } from '../labels.ts'
import { SecondFactor } from './second-factor.tsx'

type SessionView = { createdAt: string; seenAt: string; way: SignInWay; current: boolean }
export type ProfileView = {
  username: string
  name: string
  roles: Role[]
  department: string | null
  passwordChangedAt: string | null
  secondFactor: boolean
  recoveryCodesLeft: number
  sessions: SessionView[]
}
const wayLabels: Record<SignInWay, string> = { password: '用户名和密码', single_sign_on: '统一身份认证' }
const gap = { marginBottom: 16 }

/** One's own account. */
export function Profile() {
  const me = useMe()
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => call<ProfileView>('GET', '/me/profile') })
  if (!profile.data)
    return (
      <>
        <PageTitle text="我的账号" />
        <ProblemNotice error={profile.error} />
        {profile.isPending && <Skeleton active />}
      </>
    )
  const { username, name, roles, department, passwordChangedAt, sessions } = profile.data
  const throughProvider = sessions.some(({ current, way }) => current && way === 'single_sign_on')
  return (
    <>
      <PageTitle text="我的账号" />
      {me.data?.mustEnrolSecondFactor && (
        <Alert
          type="warning"
          showIcon
          style={gap}
          title="您的角色必须使用第二验证"
          description="请先在下面启用，启用后即可办理业务。"
        />
      )}
      <Card style={gap}>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'name', label: '姓名', children: name },
            { key: 'username', label: '用户名', children: username },
            { key: 'department', label: '处室', children: department ?? '未分配' },
            {
              key: 'roles',
              label: '角色',
              children: roles.map((role) => roleLabels[role]).join('、') || '无',
            },
          ]}
        />
      </Card>
      {throughProvider ? (
        <Alert
          type="info"
          showIcon
          style={gap}
          title="您通过统一身份认证登录"
          description="密码和第二验证由统一身份认证管理，请在那里修改。"
        />
      ) : (
        <>
          <SecondFactor profile={profile.data} />
          <Card title="修改密码" style={gap}>
            {passwordChangedAt && <p style={{ marginTop: 0 }}>上次修改：{whenText(passwordChangedAt)}</p>}
            <PasswordForm oldLabel="现在的密码" />
          </Card>
        </>
      )}
      <Sessions sessions={sessions} />
    </>
  )
}

function Sessions({ sessions }: { sessions: SessionView[] }) {
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => call('DELETE', '/me/sessions'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['profile'] }),
  })
  return (
    <Card
      title="登录中的设备"
      extra={
        sessions.length > 1 && (
          <Popconfirm title="其他设备上没有保存的内容会丢失，确定退出吗？" onConfirm={() => end.mutate()}>
            <Button danger loading={end.isPending}>
              退出其他登录
            </Button>
          </Popconfirm>
        )
      }
    >
      <ProblemNotice error={end.error} />
      <Table<SessionView>
        rowKey="createdAt"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={sessions}
        columns={[
          { title: '登录时间', render: (_, row) => whenText(row.createdAt) },
          { title: '最近操作', render: (_, row) => whenText(row.seenAt) },
          { title: '方式', render: (_, row) => wayLabels[row.way] },
          { title: '说明', render: (_, row) => row.current && <Tag color="green">当前登录</Tag> },
        ]}
      />
    </Card>
  )
}
