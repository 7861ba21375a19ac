import { Flex, Typography } from 'antd'
import { Link } from 'wouter'

export type DigestGroup = { title: string; count: number; entries: { corpus: string; entry: string }[] }
export type DigestView = {
  from: string
  until: string
  questions: number
  most: DigestGroup[]
  unanswered: DigestGroup[]
  used: { id: number; question: string; times: number; calls: number; talks: number; letters: number }[]
  stale: { id: number; question: string; because: string; owner: string }[]
}
type EntryRow = { id: number; question: string; note: string; detail?: string }

/** Entries by their question, each with a word beside it. */
export function EntryRows({ rows }: { rows: readonly EntryRow[] }) {
  return rows.map(({ id, question, note, detail }) => (
    <Flex key={id} justify="space-between" gap={12} style={{ padding: '4px 0' }}>
      <span>
        <Link href={`/knowledge/${id}`}>{question}</Link>
        {detail && <Typography.Text type="secondary">　{detail}</Typography.Text>}
      </span>
      <span style={{ whiteSpace: 'nowrap' }}>{note}</span>
    </Flex>
  ))
}
