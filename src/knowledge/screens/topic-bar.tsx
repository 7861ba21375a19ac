import { useQuery } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { call } from '#admin'

export type TopicCount = { name: string; entries: number; inUse: number; attention: number }

export const useKnowledgeTopics = () =>
  useQuery({
    queryKey: ['knowledge-topics'],
    queryFn: () => call<{ items: TopicCount[] }>('GET', '/knowledge/topics'),
  })

/** The topics with how many entries each has, the most asked for first; one shows its entries alone. */
export function TopicBar({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (topic: string | undefined) => void
}) {
  const topics = useKnowledgeTopics().data?.items ?? []
  const all = topics.reduce((sum, { entries }) => sum + entries, 0)
  return (
    <nav aria-label="主题">
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Button
          type={chosen ? 'default' : 'primary'}
          aria-pressed={!chosen}
          onClick={() => onChoose(undefined)}
        >
          全部主题（{all}）
        </Button>
        {topics.map(({ name, entries, attention }) => (
          <Button
            key={name}
            type={chosen === name ? 'primary' : 'default'}
            aria-pressed={chosen === name}
            title={`共${entries}条，关注${attention}次`}
            onClick={() => onChoose(name)}
          >
            {name}（{entries}）
          </Button>
        ))}
      </Flex>
    </nav>
  )
}
