import { Card, Typography } from 'antd'
import { PasswordForm } from './password-form.tsx'

/** The first sign-in ends here until the first password is changed. */
export function ChangePassword() {
  return (
    <main className="alone">
      <Card style={{ width: '100%', maxWidth: 440 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          请先修改初始密码
        </Typography.Title>
        <PasswordForm oldLabel="初始密码" />
      </Card>
    </main>
  )
}
