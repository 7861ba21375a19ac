import { Button, Flex } from 'antd'

/** Takes a list along as it is filtered. `path`: the export's address under /api/staff; it takes `format`. */
export function ExportButtons({ path, query }: { path: string; query: URLSearchParams }) {
  const addressOf = (format: string) =>
    `/api/staff${path}?${new URLSearchParams([...query, ['format', format]])}`
  return (
    <Flex gap={8}>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} href={addressOf(format)} download>
          导出 {format.toUpperCase()}
        </Button>
      ))}
    </Flex>
  )
}
