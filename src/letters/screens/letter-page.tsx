import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Skeleton, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import { call, PageTitle, ProblemNotice, useMe } from '#admin'
import {
  basisLabels,
  letterStatusLabels,
  ratingLabels,
  refusalGroundLabels,
  sourceLabels,
} from '../labels.ts'
import { ContactsCard } from './contacts-card.tsx'
import { DeadlineTag } from './deadline-tag.tsx'
import { DispatchCard } from './dispatch-card.tsx'
import { FollowUpCard } from './follow-up-card.tsx'
import { LetterMoves } from './letter-moves.tsx'
import { LetterTimeline } from './letter-timeline.tsx'
import type { LetterView } from './letter-view.ts'
import { PublicVersionCard } from './public-version-card.tsx'
import { RelatedCard } from './related-card.tsx'
import { ReplyDecision } from './reply-card.tsx'
import { ReplyEditor } from './reply-editor.tsx'
import { ReplyFileList } from './reply-files.tsx'
import { SealedOriginal } from './sealed-original.tsx'

/** One letter: what it says, what was done, and what this person may do next. */
export function LetterPage() {
  const { id } = useParams<{ id: string }>()
  const writes = useMe().data?.can.includes('knowledge.write') ?? false
  const queries = useQueryClient()
  const view = useQuery({
    queryKey: ['letter', id],
    queryFn: () => call<LetterView>('GET', `/letters/${id}`),
  })
  const move = useMutation({
    mutationFn: ({ noun, body }: { noun: string; body: object }) =>
      call('POST', `/letters/${id}/${noun}`, body),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const { letter, abilities, related } = view.data
  return (
    <>
      <PageTitle text={letter.subjectPublic}>
        {letter.repliedOn && writes && (
          <Link href={`/knowledge/new?corpus=letters&entry=${encodeURIComponent(letter.number)}`}>
            <Button>写口径</Button>
          </Link>
        )}
        <LetterMoves view={view.data} />
      </PageTitle>
      <ProblemNotice error={move.error} />
      <Facts view={view.data} />
      {abilities.draft_reply && <ReplyEditor view={view.data} move={move} />}
      {abilities.decide_reply && <ReplyDecision view={view.data} move={move} />}
      <FollowUpCard id={letter.id} followUps={view.data.followUps} />
      <DispatchCard dispatches={view.data.dispatches} />
      {(abilities.change_public_version || abilities.release) && !abilities.decide_reply && (
        <PublicVersionCard view={view.data} move={move} />
      )}
      <RelatedCard related={related} />
      {abilities.readOriginal && <ContactsCard id={letter.id} />}
      <LetterTimeline events={view.data.events} />
    </>
  )
}

function Facts({ view }: { view: LetterView }) {
  const { letter, clock, abilities } = view
  const refusal = letter.refusalGround
    ? `${refusalGroundLabels[letter.refusalGround]}${letter.authority ? `；${letter.authority}` : ''}`
    : ''
  const status = (
    <>
      {letterStatusLabels[letter.status]} {letter.supervised && <Tag color="red">督办</Tag>}
    </>
  )
  const facts: Record<string, ReactNode> = {
    编号: letter.number,
    信箱: letter.mailboxName,
    状态: status,
    主题: letter.topic || '未确定',
    来源: letter.sourceKind ? sourceLabels[letter.sourceKind] : '网上来信',
    期限: clock ? <DeadlineTag running={clock} /> : (letter.dueOn ?? '—'),
    收到: letter.receivedOn,
    受理: letter.acceptedOn ?? '—',
    首次答复: letter.repliedOn ?? '—',
    办结: letter.closedOn ?? '—',
    同意公开: consent(letter),
    评价: letter.rating ? ratingLabels[letter.rating - 1] : '—',
  }
  return (
    <Card style={{ marginBottom: 16 }}>
      {refusal && <Alert type="info" showIcon title={`不予受理：${refusal}`} style={{ marginBottom: 12 }} />}
      <Descriptions
        column={{ xs: 1, md: 3 }}
        items={Object.entries(facts).map(([label, children]) => ({ key: label, label, children }))}
      />
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '12px 0 0' }}>
        {letter.bodyPublic}
      </Typography.Paragraph>
      {view.attachments.map((one) => (
        <Typography.Paragraph key={one.id} type="secondary" style={{ margin: '8px 0 0' }}>
          附件：{one.namePublic}
        </Typography.Paragraph>
      ))}
      {letter.repliedOn && (
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '12px 0 0' }}>
          <strong>答复：</strong>
          {letter.replyPublic}
        </Typography.Paragraph>
      )}
      <ReplyFileList view={view} />
      {abilities.readOriginal && <SealedOriginal id={letter.id} />}
    </Card>
  )
}

function consent({ consents, released, publicationBasis, publicationNote }: LetterView['letter']): string {
  if (!consents) return '否'
  const because = publicationBasis ? `（${basisLabels[publicationBasis]}：${publicationNote}）` : ''
  return `是，${released ? '已公开' : '未公开'}${because}`
}
