import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Descriptions, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useParams } from 'wouter'
import { call, PageTitle, ProblemNotice, whenText } from '#admin'
import { isPolicyKind } from '#publishing/contract'
import { noDisclosureLabels, opennessLabels, withdrawalLabels } from '../labels.ts'
import type { ArticleView } from './article-view.ts'
import { Compared } from './compared.tsx'
import { Deliveries } from './deliveries.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { FindingList } from './finding-list.tsx'
import { History } from './history.tsx'
import { Interpretations } from './interpretations.tsx'
import { Moves } from './moves.tsx'
import { Previews } from './previews.tsx'
import { StatusTag } from './status-tag.tsx'

/** One item: what it says, what the check saw, who did what, and what this person may do next. */
export function ArticlePage() {
  const { id } = useParams<{ id: string }>()
  const queries = useQueryClient()
  const [unsaved, setUnsaved] = useState(false)
  const key = ['article', id]
  const view = useQuery({ queryKey: key, queryFn: () => call<ArticleView>('GET', `/articles/${id}`) })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const again = () => queries.invalidateQueries()
  const { article, content, findings } = view.data
  return (
    <>
      <PageTitle text={content.title}>
        <Moves view={view.data} unsaved={unsaved} onMoved={again} />
      </PageTitle>
      <Facts view={view.data} />
      <Notices view={view.data} />
      <FindingList findings={findings} />
      <Tabs
        key={`${content.contentHash} ${article.version}`}
        defaultActiveKey={article.status === 'in_review' ? 'read' : undefined}
        items={tabsOf(view.data, again, setUnsaved)}
      />
    </>
  )
}

function tabsOf(view: ArticleView, again: () => void, setUnsaved: (unsaved: boolean) => void) {
  const { abilities, article, content, history } = view
  const linked = content.documentKind === 'interpretation' || isPolicyKind(content.documentKind)
  const editor = <DraftEditor view={view} onSaved={again} onChanged={setUnsaved} />
  return [
    ...(abilities.edit ? [{ key: 'edit', label: '编辑', children: editor }] : []),
    { key: 'read', label: '阅读与比对', children: <Compared view={view} /> },
    { key: 'history', label: `办理记录（${history.length}）`, children: <History view={view} /> },
    ...(linked
      ? [{ key: 'interpretations', label: '政策与解读', children: <Interpretations view={view} /> }]
      : []),
    { key: 'previews', label: '预览链接', children: <Previews articleId={article.id} /> },
    ...(article.firstPublishedAt === null
      ? []
      : [{ key: 'deliveries', label: '公开渠道', children: <Deliveries view={view} /> }]),
  ]
}

function Facts({ view }: { view: ArticleView }) {
  const { article, content, steps, noDisclosure, indexNumber } = view
  const step = steps.find((known) => known.key === article.awaitedStep)
  const times = [
    article.publishAt ? { key: 'publish', label: '定时发布', children: whenText(article.publishAt) } : null,
    article.withdrawal
      ? {
          key: 'withdraw',
          label: '定时撤稿',
          children: `${whenText(article.withdrawal.at)}（${withdrawalLabels[article.withdrawal.kind]}）`,
        }
      : null,
  ].filter((item) => item !== null)
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 3 }}
      style={{ marginBottom: 12 }}
      items={[
        { key: 'status', label: '状态', children: <StatusTag status={article.status} /> },
        { key: 'step', label: '等待', children: step?.name ?? '—' },
        { key: 'openness', label: '公开方式', children: opennessLabels[content.openness] },
        {
          key: 'disclosure',
          label: '计入主动公开',
          children: noDisclosure === null ? '是' : `否，${noDisclosureLabels[noDisclosure]}`,
        },
        { key: 'index', label: '索引号', children: indexNumber ?? '发布时生成' },
        { key: 'hash', label: '内容指纹', children: <code>{content.contentHash.slice(0, 12)}</code> },
        ...times,
      ]}
    />
  )
}

function Notices({ view: { article, abilities, history, content } }: { view: ArticleView }) {
  const last = history.findLast((entry) => entry.decision === 'returned' || entry.decision === 'submitted')
  const returned = article.status === 'draft' && last?.decision === 'returned' ? last : undefined
  const notices = [
    article.emergencyBy !== null && article.emergencyConfirmedBy === null
      ? { type: 'error' as const, title: `紧急发布，还没有第二人复核。理由：${article.emergencyReason}` }
      : undefined,
    returned
      ? {
          type: 'warning' as const,
          title: `${returned.step_name ?? '审核'}退回（${returned.by}）：${returned.comment}`,
        }
      : undefined,
    article.status === 'in_review' && abilities.edit
      ? { type: 'warning' as const, title: '稿件正在审核。保存修改会使已有的审核意见失效，需重新提交。' }
      : undefined,
    article.publicRevisionId !== null && article.publicRevisionId !== content.id
      ? { type: 'info' as const, title: '网站上是较早的版本。本版审核并发布后才会替换它。' }
      : undefined,
  ].filter((notice) => notice !== undefined)
  return notices.map((notice) => (
    <Alert key={notice.title} showIcon style={{ marginBottom: 16 }} {...notice} />
  ))
}
