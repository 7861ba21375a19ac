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
  | { kind: 'talk'; state: string }
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
              <Tag>{stateOf(one)}</Tag>
              <div>{one.words}</div>
            </>
          ),
        }))}
      />
    </Drawer>
  )
}

const talkStates: Record<string, string> = { waiting: '等待接入', talking: '交流中', unanswered: '未答复' }
function stateOf(one: Contact): string {
  if (one.kind === 'letter') return letterStatusLabels[one.state]
  if (one.kind === 'call') return callOutcomeLabels[one.state]
  return talkStates[one.state] ?? callOutcomeLabels[one.state as CallOutcome]
}

function Named({ contact, readsLetters }: { contact: Contact; readsLetters: boolean }) {
  if (contact.kind === 'talk') return <>在线会话 {contact.number}</>
  if (contact.kind === 'call') return <>第 {contact.number} 号来电</>
  return readsLetters ? (
    <Link href={`/letters/${contact.id}`}>来信 {contact.number}</Link>
  ) : (
    <>来信 {contact.number}</>
  )
}
