import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { Link } from 'wouter'
import type { Me } from '#people/contract'
import { call } from './client.ts'

export function PersonMenu({ me }: { me: Me }) {
  const queries = useQueryClient()
  const signOut = async () => {
    await call('DELETE', '/session').catch(() => undefined)
    queries.clear()
    location.assign('/console/')
  }
  return (
    <Flex align="center" gap={12} style={{ minWidth: 0 }}>
      <Link href="/profile" className="own-name" style={{ color: '#fff' }}>
        {me.name}
      </Link>
      <Button ghost size="small" onClick={() => void signOut()}>
        退出
      </Button>
    </Flex>
  )
}
