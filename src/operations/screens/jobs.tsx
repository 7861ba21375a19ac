import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Popconfirm, Typography } from 'antd'
import { call, MoreRows, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'
import { jobLabel, reasonText } from '../labels.ts'
import type { FailedJobView, JobsView } from './jobs-view.ts'
import { QueueCounts } from './queue-counts.tsx'

const refreshMs = 15_000

/** Work that did not succeed: try it again once its cause is mended, or give it up. */
export function Jobs() {
  const queries = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: ['jobs'],
    initialPageParam: '',
    refetchInterval: refreshMs,
    queryFn: ({ pageParam }) =>
      call<JobsView>('GET', `/jobs${pageParam && `?before=${encodeURIComponent(pageParam)}`}`),
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const settle = useMutation({
    mutationFn: ({ method, path }: { method: string; path: string }) => call(method, path),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
  const pages = list.data?.pages ?? []
  return (
    <>
      <PageTitle text="后台任务" />
      <ProblemNotice error={settle.error ?? list.error} />
      <QueueCounts counts={pages[0]?.counts ?? []} loading={list.isPending} />
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        失败的任务
      </Typography.Title>
      <Typography.Paragraph type="secondary">
        已按规定次数重试仍未成功。请先排除原因，再点“重新执行”；无须再做的可以放弃。失败记录保留30天，不含任务涉及的个人信息。
      </Typography.Paragraph>
      <ShortTable<FailedJobView>
        rowKey="id"
        loading={list.isPending}
        rows={pages.flatMap((page) => page.items)}
        name="失败的任务"
        scroll={{ x: 900 }}
        empty="没有失败的任务"
        columns={[
          { title: '任务', width: 160, text: (row) => jobLabel(row.name) },
          { title: '失败时间', width: 170, text: (row) => whenText(row.failedAt) },
          { title: '执行次数', width: 110, text: (row) => row.tries },
          { title: '原因', width: 260, text: (row) => reasonText(row.error) },
          {
            title: '操作',
            width: 210,
            render: (row) => (
              <Flex>
                <Button
                  type="link"
                  onClick={() => settle.mutate({ method: 'POST', path: `/jobs/${row.id}/retry` })}
                >
                  重新执行
                </Button>
                <Popconfirm
                  title="放弃这项任务？"
                  description="放弃后不再执行，也不能恢复。"
                  okText="放弃"
                  cancelText="取消"
                  onConfirm={() => settle.mutate({ method: 'DELETE', path: `/jobs/${row.id}` })}
                >
                  <Button type="link" danger>
                    放弃
                  </Button>
                </Popconfirm>
              </Flex>
            ),
          },
        ]}
      />
      <MoreRows of={list} />
    </>
  )
}
