import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, ProblemNotice } from '#admin'
import type { ArticleStatus } from '#publishing/contract'
import { interpretationFormLabels } from '../labels.ts'
import { ArticleSelect } from './article-select.tsx'
import type { ArticleView } from './article-view.ts'
import { StatusTag } from './status-tag.tsx'

type Row = {
  id: number
  title: string
  status: ArticleStatus
  interpretation_form: keyof typeof interpretationFormLabels | null
  policy_id: number
  interpretation_id: number
}

/** Policies of an interpretation, or interpretations of a policy; a link shows on both public pages. */
export function Interpretations({ view: { article, content, abilities } }: { view: ArticleView }) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<number | null>(null)
  const isInterpretation = content.documentKind === 'interpretation'
  const key = ['interpretations', article.id]
  const again = () => queries.invalidateQueries()
  const list = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await call<{ items: Row[] }>('GET', `/articles/${article.id}/interpretations`)).items,
  })
  const link = useMutation({
    mutationFn: (other: number) => {
      const [policy, interpretationId] = isInterpretation ? [other, article.id] : [article.id, other]
      return call('POST', `/articles/${policy}/interpretations`, { interpretationId })
    },
    onSuccess: () => {
      setChosen(null)
      return again()
    },
  })
  const unlink = useMutation({
    mutationFn: (row: Row) =>
      call('DELETE', `/articles/${row.policy_id}/interpretations/${row.interpretation_id}`),
    onSuccess: again,
  })
  return (
    <>
      <ProblemNotice error={link.error ?? unlink.error ?? list.error} />
      {abilities.link && (
        <Flex gap={8} style={{ marginBottom: 16 }}>
          <ArticleSelect
            kinds={isInterpretation ? 'policies' : 'interpretations'}
            except={article.id}
            value={chosen}
            onChange={setChosen}
            label={isInterpretation ? '按标题查找政策文件' : '按标题查找解读'}
          />
          <Button
            type="primary"
            disabled={chosen === null}
            loading={link.isPending}
            onClick={() => chosen && link.mutate(chosen)}
          >
            关联
          </Button>
        </Flex>
      )}
      <Table<Row>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        scroll={{ x: 480 }}
        locale={{ emptyText: isInterpretation ? '还没有关联政策文件' : '还没有关联解读' }}
        columns={[
          { title: '标题', render: (_, row) => <Link href={`/articles/${row.id}`}>{row.title}</Link> },
          {
            title: '形式',
            render: (_, row) => row.interpretation_form && interpretationFormLabels[row.interpretation_form],
          },
          { title: '状态', render: (_, row) => <StatusTag status={row.status} /> },
          {
            title: '操作',
            render: (_, row) =>
              abilities.link && (
                <Popconfirm
                  title="取消关联？两个页面上的链接都会消失。"
                  okText="取消关联"
                  cancelText="返回"
                  onConfirm={() => unlink.mutate(row)}
                >
                  <Button size="small">取消关联</Button>
                </Popconfirm>
              ),
          },
        ]}
      />
    </>
  )
}
