import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

export function PageTitle({ text, children }: { text: string; children?: ReactNode }) {
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
