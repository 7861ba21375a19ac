import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Flex } from 'antd'
import { Link } from 'wouter'
import type { Me } from '#people/contract'
import { call } from './client.ts'
import { countKeptDrafts, forgetKeptDrafts } from './kept-drafts.ts'

export function PersonMenu({ me }: { me: Me }) {
  const queries = useQueryClient()
  const { modal } = App.useApp()
  const signOut = async () => {
    await call('DELETE', '/session').catch(() => undefined)
    forgetKeptDrafts(me.username)
    queries.clear()
    location.assign('/console/')
  }
  const ask = () => {
    const kept = countKeptDrafts(me.username)
    if (kept === 0) return void signOut()
    modal.confirm({
      title: `还有 ${kept} 份稿件的修改没有保存到服务器`,
      content: '退出时将从本机清除这些修改，以免使用同一台电脑的人看到。要保留的，请返回稿件保存后再退出。',
      okText: '清除并退出',
      okButtonProps: { danger: true },
      cancelText: '返回',
      onOk: signOut,
    })
  }
  return (
    <Flex align="center" gap={12} style={{ minWidth: 0 }}>
      <Link href="/profile" className="own-name" style={{ color: '#fff' }}>
        {me.name}
      </Link>
      <Button ghost size="small" onClick={ask}>
        退出
      </Button>
    </Flex>
  )
}
