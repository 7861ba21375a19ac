import { Flex, Typography } from 'antd'
import { type ReactNode, useEffect } from 'react'

const console = '政务公开工作台'

/** The heading of a screen, which is also the title of the window. */
export function PageTitle({ text, children }: { text: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${text} · ${console}`
  }, [text])
  return (
    <Flex justify="space-between" align="center" wrap gap={12} style={{ marginBottom: 20 }}>
      <Typography.Title level={1} style={{ fontSize: 24, margin: 0 }}>
        {text}
      </Typography.Title>
      {children && (
        <Flex gap={8} wrap>
          {children}
        </Flex>
      )}
    </Flex>
  )
}
