import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Flex, Grid, Layout, Result, Spin } from 'antd'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import type { Me } from '#people/contract'
import { call } from './client.ts'
import { Navigation } from './navigation.tsx'
import { PersonMenu } from './person-menu.tsx'
import type { Screen } from './screen.ts'
import { ScreenBoundary } from './screen-boundary.tsx'
import { screens } from './screens.ts'
import { SessionWatch } from './session-watch.tsx'
import { UploadProgress } from './upload-progress.tsx'

/** Header, menu, and the screen that the address names. The menu shows what the person may do. */
export function Shell({ me }: { me: Me }) {
  const allowed = screens.filter((screen) => isAllowed(screen, me))
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  const main = useFocusOnNavigation()
  const menu = <Navigation screens={allowed} onChoose={() => setOpen(false)} />
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <SimulatedNotice />
      <Layout.Header className="masthead" style={{ padding: '0 20px', background: '#7f1212' }}>
        <Flex justify="space-between" align="center" gap={16} style={{ height: '100%' }}>
          <Flex align="center" gap={12} style={{ flex: 'none' }}>
            {!wide && (
              <Button ghost onClick={() => setOpen(true)}>
                菜单
              </Button>
            )}
            <Link href="/" style={{ color: '#fff', fontSize: 18, fontWeight: 600, whiteSpace: 'nowrap' }}>
              政务公开工作台
            </Link>
          </Flex>
          <PersonMenu me={me} />
        </Flex>
      </Layout.Header>
      <SessionWatch me={me} />
      <UploadProgress />
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
          <main id="main" tabIndex={-1} ref={main} style={{ maxWidth: 1160, margin: '0 auto' }}>
            <Screens allowed={allowed} />
          </main>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

/** Who must enrol a second factor first comes to their own account only. */
const isAllowed = ({ action, path }: Screen, me: Me) =>
  me.mustEnrolSecondFactor ? path === '/profile' : !action || me.can.includes(action)

function Screens({ allowed }: { allowed: readonly Screen[] }) {
  const [location] = useLocation()
  const nothing = allowed.length === 1 ? allowed[0]?.element : <NoSuchScreen />
  return (
    <ScreenBoundary key={location}>
      <Suspense fallback={<Spin style={{ display: 'block', width: 'fit-content', margin: '80px auto' }} />}>
        <Switch>
          {/* Forbidden ones too: /requests/board is not the request called "board". */}
          {screens.map((screen) => (
            <Route key={screen.path} path={screen.path}>
              {allowed.includes(screen) ? screen.element : nothing}
            </Route>
          ))}
          <Route>{nothing}</Route>
        </Switch>
      </Suspense>
    </ScreenBoundary>
  )
}

const NoSuchScreen = () => (
  <Result
    status="404"
    title="没有这个页面，或者您没有查看的权限"
    extra={<Link href="/">回到我的工作</Link>}
  />
)

/** Whoever reads by ear or goes by keyboard lands on the new screen, not in the menu that led there. */
function useFocusOnNavigation() {
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  const last = useRef(location)
  useEffect(() => {
    if (last.current === location) return
    last.current = location
    main.current?.focus()
  }, [location])
  return main
}

function SimulatedNotice() {
  const agency = useQuery({
    queryKey: ['agency'],
    queryFn: () => call<{ settings: { simulated: boolean } }>('GET', '/agency'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!agency.data?.settings.simulated) return null
  return <p className="simulated">演示系统：机构、人员和内容均为模拟，请勿录入真实信息</p>
}
