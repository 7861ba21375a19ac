import { useQueryClient } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { SignInForm } from './sign-in-form.tsx'

export function SignIn() {
  const queries = useQueryClient()
  return (
    <main className="alone">
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <Typography.Title level={1} style={{ fontSize: 24, marginTop: 0 }}>
          政务公开工作台
        </Typography.Title>
        <SignInForm onDone={() => void queries.invalidateQueries()} />
      </Card>
    </main>
  )
}
