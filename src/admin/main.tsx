import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Alert, App, Button, ConfigProvider, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { ChangePassword } from './change-password.tsx'
import { fillLibraryGaps } from './library-gaps.ts'
import { useMe } from './session.ts'
import './console.css'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
})
/** The site's colours (src/site/assets/site.css). */
const theme = {
  token: {
    colorPrimary: '#a61b1b',
    colorLink: '#17508f',
    colorLinkHover: '#a61b1b',
    colorLinkActive: '#7d1414',
    // WCAG 2.1 AA: the library's quiet greys are too pale on white.
    colorError: '#b42318',
    colorTextDescription: '#59616b',
    colorTextTertiary: '#59616b',
    colorTextPlaceholder: '#69707a',
    colorTextDisabled: '#69707a',
    // The words of coloured tags; the library writes one variable from both spellings.
    'green-7': '#237804',
    'gold-7': '#874d00',
    'orange-7': '#873800',
    green7: '#237804',
    gold7: '#874d00',
    orange7: '#873800',
    // Whoever asks their system for less movement gets a console that does not move.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontSize: 15,
    borderRadius: 4,
    fontFamily: '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif',
  },
}

function Console() {
  const me = useMe()
  if (me.isPending) return <Spin fullscreen />
  if (me.isError)
    return (
      <main style={{ maxWidth: 560, margin: '80px auto', paddingInline: 16 }}>
        <h1 style={{ fontSize: 22 }}>政务公开工作台暂时打不开</h1>
        <Alert type="error" showIcon style={{ marginBottom: 16 }} title={me.error.message} />
        <Button type="primary" loading={me.isFetching} onClick={() => me.refetch()}>
          重试
        </Button>
      </main>
    )
  if (me.data.id === 0) return <SignIn />
  return me.data.mustChangePassword ? <ChangePassword /> : <Shell me={me.data} />
}

fillLibraryGaps()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
        <App>
          <QueryClientProvider client={queries}>
            <Router base="/console">
              <Console />
            </Router>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>,
  )
