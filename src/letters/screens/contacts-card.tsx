import { useMutation } from '@tanstack/react-query'
import { Button, Card, Empty, Tag, Timeline, Typography } from 'antd'
import { Link } from 'wouter'
import { call, ProblemNotice, whenText } from '#admin'
import type { LetterStatus } from '#letters/contract'
import { letterStatusLabels } from '../labels.ts'
import type { ContactView } from './letter-view.ts'

/** One timeline of a person's calls, letters and talks, opened on purpose: joining them is on the audit record. */
export function ContactsCard({ id }: { id: number }) {
  const contacts = useMutation({
    mutationFn: () => call<{ items: ContactView[] }>('GET', `/letters/${id}/contacts`),
  })
  return (
    <Card title="同一来信人的往来" style={{ marginBottom: 16 }}>
      <ProblemNotice error={contacts.error} />
      {!contacts.data && (
        <>
          <Typography.Paragraph type="secondary">
            按来信人留下的电话归集其他来信、来电和在线会话，查看将留下审计记录。
          </Typography.Paragraph>
          <Button loading={contacts.isPending} onClick={() => contacts.mutate()}>
            查看往来记录
          </Button>
        </>
      )}
      {contacts.data?.items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="没有留下电话，或者这个号码没有其他来信、来电和会话"
        />
      )}
      {contacts.data && contacts.data.items.length > 0 && (
        <Timeline
          items={contacts.data.items.map((one) => ({
            key: `${one.kind} ${one.id}`,
            content: <Contact one={one} />,
          }))}
        />
      )}
    </Card>
  )
}

function Contact({ one }: { one: ContactView }) {
  return (
    <>
      {whenText(one.at)}　
      {one.kind === 'letter' ? (
        <>
          <Link href={`/letters/${one.id}`}>来信 {one.number}</Link>{' '}
          <Tag>{letterStatusLabels[one.state as LetterStatus]}</Tag>
        </>
      ) : one.kind === 'talk' ? (
        `在线会话 ${one.number}`
      ) : (
        `第 ${one.number} 号来电`
      )}
      <div style={{ whiteSpace: 'pre-wrap' }}>{one.words}</div>
    </>
  )
}
