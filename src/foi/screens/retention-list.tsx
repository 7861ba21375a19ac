import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm, Skeleton, Table, Typography } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'

type Retention = {
  years: number
  answeredBefore: string
  items: { id: number; number: string; answeredOn: string }[]
}

/** A dry run on screen: whose personal data may go. Nothing is erased without a person's click. Law: PIPL art. 47. */
export function RetentionList() {
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['foi-retention'],
    queryFn: () => call<Retention>('GET', '/foi/retention'),
  })
  const erase = useMutation({
    mutationFn: (id: number) => call('DELETE', `/foi/requests/${id}/personal-data`),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <PageTitle text="个人信息保存期限" />
      <ProblemNotice error={list.error ?? erase.error} />
      {list.isPending && <Skeleton active />}
      {list.data && (
        <>
          <Typography.Paragraph type="secondary">
            答复满{list.data.years}年（{list.data.answeredBefore}
            及以前）、没有未审结的复议或者诉讼的申请，可以删除申请人的个人信息和上传的文件；申请的登记和统计保留。成批删除用命令
            gongkai foi retention --apply。
          </Typography.Paragraph>
          <Table
            rowKey="id"
            pagination={{ hideOnSinglePage: true }}
            dataSource={list.data.items}
            locale={{ emptyText: '没有期满的申请' }}
            columns={[
              {
                title: '编号',
                render: (_, row) => <Link href={`/requests/${row.id}`}>{row.number}</Link>,
              },
              { title: '答复日期', dataIndex: 'answeredOn' },
              {
                title: '操作',
                render: (_, row) => (
                  <Popconfirm
                    title="删除后不能恢复，确定删除申请人信息吗？"
                    okText="删除"
                    onConfirm={() => erase.mutate(row.id)}
                  >
                    <Button size="small">删除申请人信息</Button>
                  </Popconfirm>
                ),
              },
            ]}
          />
        </>
      )}
    </>
  )
}
