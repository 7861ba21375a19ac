import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Me } from '#people/contract'
import { call } from './client.ts'
import { sessionState } from './session-state.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Unit: milliseconds before the session's end. */
const warnBefore = 5 * 60_000

/**
 * Tells before the session ends, and lets the same person sign in again over what they were doing: forms stay as they
 * are, so nothing typed is lost. Somebody else gets a fresh console.
 */
export function SessionWatch({ me }: { me: Me }) {
  const { endsAt, ended } = useSyncExternalStore(sessionState.subscribe, sessionState.get)
  const now = useNow(endsAt)
  const queries = useQueryClient()
  const over = ended || (endsAt !== null && now >= endsAt)
  const minutes = endsAt === null ? 0 : Math.max(1, Math.ceil((endsAt - now) / 60_000))
  const signedIn = async () => {
    const { id } = await call<Me>('GET', '/me')
    if (id === me.id) await queries.invalidateQueries()
    else location.assign('/console/')
  }
  if (over)
    return (
      <Modal open title="登录已结束" footer={null} closable={false} keyboard={false} width={400}>
        <p>为了安全，长时间没有操作后会自动退出。重新登录即可继续，您填写的内容还在。</p>
        <SignInForm onDone={() => void signedIn()} username={me.username} />
      </Modal>
    )
  if (endsAt === null || endsAt - now > warnBefore) return null
  return (
    <Alert
      banner
      type="warning"
      role="status"
      title={`再过 ${minutes} 分钟将自动退出登录`}
      action={
        <Button size="small" onClick={() => void call('GET', '/me')}>
          继续工作
        </Button>
      }
    />
  )
}

/** The time, looked at often enough for a warning in minutes. */
function useNow(endsAt: number | null) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (endsAt === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 5_000)
    return () => clearInterval(timer)
  }, [endsAt])
  return now
}
