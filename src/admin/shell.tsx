import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Flex, Grid, Layout, Menu, Result } from 'antd'
import { useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import type { Me } from '#people/contract'
import { call } from './client.ts'
import type { Screen } from './screen.ts'
import { screens } from './screens.ts'

/** Header, menu, and the screen that the address names. The menu shows what the person may do. */
export function Shell({ me }: { me: Me }) {
  const allowed = screens.filter((screen) => !screen.action || me.can.includes(screen.action))
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  const menu = <Navigation screens={allowed} onChoose={() => setOpen(false)} />
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={{ padding: '0 20px', background: '#7f1212' }}>
        <Flex justify="space-between" align="center" style={{ height: '100%' }}>
          <Flex align="center" gap={12}>
            {!wide && (
              <Button ghost onClick={() => setOpen(true)}>
                菜单
              </Button>
            )}
            <Link href="/" style={{ color: '#fff', fontSize: 18, fontWeight: 600 }}>
              政务公开工作台
            </Link>
          </Flex>
          <Person me={me} wide={wide} />
        </Flex>
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={208} theme="light">
            {menu}
          </Layout.Sider>
        ) : (
          <Drawer open={open} onClose={() => setOpen(false)} placement="left" title="菜单" size={260}>
            {menu}
          </Drawer>
        )}
        <Layout.Content style={{ padding: wide ? 28 : 16, minWidth: 0 }}>
          <main style={{ maxWidth: 1160, margin: '0 auto' }}>
            <Switch>
              {allowed.map((screen) => (
                <Route key={screen.path} path={screen.path}>
                  {screen.element}
                </Route>
              ))}
              <Route>
                <Result
                  status="404"
                  title="没有这个页面，或者您没有查看的权限"
                  extra={<Link href="/">回到我的工作</Link>}
                />
              </Route>
            </Switch>
          </main>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

function Navigation({ screens, onChoose }: { screens: readonly Screen[]; onChoose: () => void }) {
  const [location, go] = useLocation()
  const groups = [...new Set(screens.flatMap((screen) => (screen.label ? [screen.group ?? ''] : [])))]
  const items = groups.map((group) => ({
    key: `group:${group}`,
    type: 'group' as const,
    label: group,
    children: screens
      .filter((screen) => screen.label && (screen.group ?? '') === group)
      .map((screen) => ({ key: screen.path, label: screen.label })),
  }))
  const choose = ({ key }: { key: string }) => {
    go(key)
    onChoose()
  }
  return (
    <nav aria-label="工作台菜单">
      <Menu mode="inline" items={items} selectedKeys={[location]} onClick={choose} style={{ border: 0 }} />
    </nav>
  )
}

function Person({ me, wide }: { me: Me; wide: boolean }) {
  const queries = useQueryClient()
  const signOut = async () => {
    await call('DELETE', '/session')
    queries.clear()
    location.assign('/console/')
  }
  return (
    <Flex align="center" gap={12} style={{ color: '#fff' }}>
      {wide && <span>{me.name}</span>}
      <Button ghost size="small" onClick={() => void signOut()}>
        退出
      </Button>
    </Flex>
  )
}
