import { Button, Card, Empty, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '#admin'
import type { DigestGroup } from './entry-rows.tsx'

const shownAtFirst = 15

/** Questions that were asked, with how often; whoever writes begins an entry from the first of them. */
export function DigestGroups({
  title,
  empty,
  groups,
}: {
  title: string
  empty: string
  groups: readonly DigestGroup[]
}) {
  const writes = useMe().data?.can.includes('knowledge.write') ?? false
  const [all, setAll] = useState(false)
  const shown = all ? groups : groups.slice(0, shownAtFirst)
  return (
    <Card size="small" title={title}>
      {groups.length === 0 && <Empty description={empty} />}
      {shown.map(({ title: words, count, entries: [first] }) => (
        <Flex
          key={`${first?.corpus} ${first?.entry}`}
          justify="space-between"
          gap={12}
          style={{ padding: '4px 0' }}
        >
          <span>{words}</span>
          <span style={{ whiteSpace: 'nowrap' }}>
            {count}次{' '}
            {writes && first && (
              <Link
                href={`/knowledge/new?corpus=${first.corpus}&entry=${first.entry}`}
                aria-label={`写口径：${words}`}
              >
                写口径
              </Link>
            )}
          </span>
        </Flex>
      ))}
      {shown.length < groups.length && (
        <Button type="link" style={{ padding: 0 }} onClick={() => setAll(true)}>
          显示全部{groups.length}个
        </Button>
      )}
    </Card>
  )
}
