import { useQuery } from '@tanstack/react-query'
import { Alert, Drawer, Empty, Timeline as Line, Skeleton, Tag } from 'antd'
import { Link } from 'wouter'
import { call, ProblemNotice, useMe, whenText } from '#admin'
import type { CallOutcome } from '#hotline/contract'
import { letterStatusLabels } from '#letters/screens'
import { callOutcomeLabels } from '../labels.ts'

type Contact = { id: number; number: string; at: string; words: string } & (
  | { kind: 'letter'; state: keyof typeof letterStatusLabels }
  | { kind: 'call'; state: CallOutcome }
)

/** What the same telephone number asked before and after. The look is on the audit record. */
export function Timeline({ callId, onClose }: { callId: number; onClose: () => void }) {
  const readsLetters = useMe().data?.can.includes('letters.read') ?? false
  const contacts = useQuery({
    queryKey: ['call-timeline', callId],
    queryFn: () => call<{ items: Contact[] }>('GET', `/hotline/calls/${callId}/timeline`),
    staleTime: 60_000,
  })
  const items = contacts.data?.items ?? []
  return (
    <Drawer open onClose={onClose} title={`第 ${callId} 号来电人的往来记录`} size={480}>
      <Alert type="info" title="按来电号码归集，查看已写入审计日志" style={{ marginBottom: 20 }} />
      <ProblemNotice error={contacts.error} />
      {contacts.isPending && <Skeleton active />}
      {contacts.isSuccess && items.length === 0 && (
        <Empty description="来电时没有留下号码，找不到其他来电和来信" />
      )}
      <Line
        items={items.map((one) => ({
          key: `${one.kind} ${one.id}`,
          content: (
            <>
              {whenText(one.at)}　<Named contact={one} readsLetters={readsLetters} />{' '}
              <Tag>
                {one.kind === 'letter' ? letterStatusLabels[one.state] : callOutcomeLabels[one.state]}
              </Tag>
              <div>{one.words}</div>
            </>
          ),
        }))}
      />
    </Drawer>
  )
}

function Named({ contact, readsLetters }: { contact: Contact; readsLetters: boolean }) {
  if (contact.kind === 'call') return <>第 {contact.number} 号来电</>
  return readsLetters ? (
    <Link href={`/letters/${contact.id}`}>来信 {contact.number}</Link>
  ) : (
    <>来信 {contact.number}</>
  )
}
