import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

type Props = { children: ReactNode }

/** A screen that cannot be shown does not take the console with it. After an upgrade its old code is gone: reload. */
export class ScreenBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Result
        status="warning"
        title="这个页面没有打开"
        subTitle="系统可能刚刚更新过，请重新载入；仍然打不开的，请联系系统管理员。"
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            重新载入
          </Button>
        }
      />
    )
  }
}
