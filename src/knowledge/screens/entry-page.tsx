import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Form, Skeleton, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { audienceLabels, staleLabels } from '../labels.ts'
import { AlikeCard } from './alike-card.tsx'
import { EntryForm, type EntryValues, sentValues } from './entry-form.tsx'
import type { EntryView } from './entry-view.ts'
import { HandOverButton } from './hand-over-button.tsx'
import { policyText } from './policy-picker.tsx'
import { ReasonButton } from './reason-button.tsx'
import { EntryStatusTag } from './status-tag.tsx'

/** One entry: what it says, what it rests on, what is alike, and what this person may do. */
export function EntryPage() {
  const { id } = useParams<{ id: string }>()
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  const view = useQuery({
    queryKey: ['knowledge-entry', id],
    queryFn: () => call<EntryView>('GET', `/knowledge/entries/${id}`),
  })
  const move = useMutation({
    mutationFn: ({ noun, body }: { noun: string; body?: object }) =>
      call('POST', `/knowledge/entries/${id}/${noun}`, body),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const entry = view.data
  if (editing) return <EditEntry entry={entry} onDone={() => setEditing(false)} />
  const { abilities } = entry
  return (
    <>
      <PageTitle text={entry.question}>
        {abilities.review && (
          <Button type="primary" loading={move.isPending} onClick={() => move.mutate({ noun: 'review' })}>
            审核通过，开始使用
          </Button>
        )}
        {abilities.edit && <Button onClick={() => setEditing(true)}>修改</Button>}
        {abilities.hand_over && (
          <HandOverButton onChoose={(ownerId) => move.mutate({ noun: 'owner', body: { ownerId } })} />
        )}
        {abilities.suspend && (
          <ReasonButton
            text="暂停使用"
            onReason={(reason) => move.mutate({ noun: 'suspension', body: { reason } })}
          />
        )}
        {abilities.retire && (
          <ReasonButton
            text="停用"
            onReason={(reason) => move.mutate({ noun: 'retirement', body: { reason } })}
          />
        )}
      </PageTitle>
      <ProblemNotice error={move.error} />
      {entry.suspendedBecause && entry.status !== 'reviewed' && (
        <Alert type="warning" showIcon title={entry.suspendedBecause} style={{ marginBottom: 16 }} />
      )}
      <Card style={{ marginBottom: 16 }}>
        <Descriptions
          column={{ xs: 1, md: 3 }}
          items={[
            { key: 'status', label: '状态', children: <EntryStatusTag status={entry.status} /> },
            { key: 'topic', label: '主题', children: entry.topic },
            { key: 'audience', label: '范围', children: audienceLabels[entry.audience] },
            { key: 'valid', label: '有效至', children: entry.validUntil ?? '长期' },
            { key: 'solved', label: '解决了问题', children: `${entry.solved}人` },
            {
              key: 'owner',
              label: '负责人',
              children: `${entry.owner}${entry.ownerActive ? '' : '（已离岗，请移交）'}`,
            },
            ...(entry.mergedIntoId
              ? [
                  {
                    key: 'merged',
                    label: '并入',
                    children: <Link href={`/knowledge/${entry.mergedIntoId}`}>条目{entry.mergedIntoId}</Link>,
                  },
                ]
              : []),
          ]}
        />
        <SourceList sources={entry.sources ?? []} />
        {entry.variants.length > 0 && (
          <Typography.Paragraph type="secondary">其他问法：{entry.variants.join('；')}</Typography.Paragraph>
        )}
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', marginTop: 12 }}>
          {entry.answer}
        </Typography.Paragraph>
      </Card>
      <AlikeCard entry={entry} onMerge={(intoId) => move.mutate({ noun: 'merging', body: { intoId } })} />
    </>
  )
}

function EditEntry({ entry, onDone }: { entry: EntryView; onDone: () => void }) {
  const queries = useQueryClient()
  const [form] = Form.useForm<EntryValues>()
  const save = useMutation({
    mutationFn: (values: EntryValues) =>
      call('PUT', `/knowledge/entries/${entry.id}`, { ...sentValues(values), version: entry.version }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone()
    },
  })
  return (
    <>
      <PageTitle text="修改口径">
        <Button onClick={onDone}>取消</Button>
        <Button
          type="primary"
          loading={save.isPending}
          onClick={async () => save.mutate(await form.validateFields())}
        >
          保存，重新审核
        </Button>
      </PageTitle>
      <ProblemNotice error={save.error} />
      <EntryForm form={form} initial={{ ...entry, sources: chosenSources(entry) }} />
    </>
  )
}

const chosenSources = ({ sources = [] }: EntryView) =>
  sources.map((source) => ({ value: source.articleId, label: policyText(source) }))

/** What the answer rests on; a policy that is not as it was at the review says so. */
function SourceList({ sources }: { sources: NonNullable<EntryView['sources']> }) {
  if (sources.length === 0) return null
  return (
    <Typography.Paragraph>
      政策依据：
      {sources.map((source) => (
        <div key={source.articleId}>
          <Link href={`/articles/${source.articleId}`}>{policyText(source)}</Link>{' '}
          {source.because && <Tag color="volcano">{staleLabels[source.because]}</Tag>}
        </div>
      ))}
    </Typography.Paragraph>
  )
}
