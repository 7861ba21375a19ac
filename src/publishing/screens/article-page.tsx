import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Descriptions, Skeleton, Tabs } from 'antd'
import { useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { ArticleView } from './article-view.ts'
import { Compared } from './compared.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { FindingList } from './finding-list.tsx'
import { History } from './history.tsx'
import { Moves } from './moves.tsx'
import { StatusTag } from './status-tag.tsx'

/** One item: what it says, what the check saw, who did what, and what this person may do next. */
export function ArticlePage() {
  const { id } = useParams<{ id: string }>()
  const queries = useQueryClient()
  const key = ['article', id]
  const view = useQuery({ queryKey: key, queryFn: () => call<ArticleView>('GET', `/articles/${id}`) })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const again = () => queries.invalidateQueries()
  const { article, content, findings, abilities } = view.data
  const step = view.data.steps.find((known) => known.key === article.awaitedStep)
  const tabs = [
    ...(abilities.edit
      ? [{ key: 'edit', label: '编辑', children: <DraftEditor view={view.data} onSaved={again} /> }]
      : []),
    { key: 'read', label: '阅读与比对', children: <Compared view={view.data} /> },
    {
      key: 'history',
      label: `办理记录（${view.data.history.length}）`,
      children: <History view={view.data} />,
    },
  ]
  return (
    <>
      <PageTitle text={content.title}>
        <Moves view={view.data} onMoved={again} />
      </PageTitle>
      <Descriptions
        size="small"
        column={{ xs: 1, md: 3 }}
        style={{ marginBottom: 12 }}
        items={[
          { key: 'status', label: '状态', children: <StatusTag status={article.status} /> },
          { key: 'step', label: '等待', children: step?.name ?? '—' },
          { key: 'hash', label: '内容指纹', children: <code>{content.contentHash.slice(0, 12)}</code> },
        ]}
      />
      {article.status === 'in_review' && abilities.edit && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title="稿件正在审核。保存修改会使已有的审核意见失效，需重新提交。"
        />
      )}
      <FindingList findings={findings} />
      <Tabs
        key={content.contentHash}
        defaultActiveKey={article.status === 'in_review' ? 'read' : undefined}
        items={tabs}
      />
    </>
  )
}
