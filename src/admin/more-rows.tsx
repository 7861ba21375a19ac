import { Button, Flex } from 'antd'

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }

/** Below a table that comes page by page: the next page, as long as there is one. */
export function MoreRows({ of }: { of: Paged }) {
  if (!of.hasNextPage) return null
  return (
    <Flex justify="center" style={{ marginTop: 16 }}>
      <Button loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        显示更多
      </Button>
    </Flex>
  )
}
