import { useQuery } from '@tanstack/react-query'
import { Table, Tag } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'

type Row = {
  article_id: number
  title: string
  document_number: string | null
  published_on: string
  drafts: number
  due_on: string | null
  overdue: boolean
}

/** Policy documents that the public cannot yet read an interpretation of, with the day by which it should be there. */
export function PoliciesWithout() {
  const list = useQuery({
    queryKey: ['policies-without-interpretation'],
    queryFn: async () => (await call<{ items: Row[] }>('GET', '/policies-without-interpretation')).items,
  })
  const rows = list.data ?? []
  return (
    <>
      <PageTitle text="待解读的政策文件" />
      <ProblemNotice error={list.error} />
      <p>
        解读应与文件同步起草、同步审签、同步发布（国办发〔2016〕80号）。期限按工作日计算，天数在“发布设置”中调整。
      </p>
      <Table<Row>
        rowKey="article_id"
        loading={list.isPending}
        dataSource={rows}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 760 }}
        locale={{ emptyText: '没有待解读的政策文件' }}
        columns={[
          {
            title: '标题',
            render: (_, row) => <Link href={`/articles/${row.article_id}`}>{row.title}</Link>,
          },
          { title: '文号', dataIndex: 'document_number', width: 180 },
          {
            title: '公开日期',
            dataIndex: 'published_on',
            width: 120,
            sorter: (a, b) => a.published_on.localeCompare(b.published_on),
          },
          {
            title: '解读期限',
            width: 170,
            sorter: (a, b) => (a.due_on ?? '').localeCompare(b.due_on ?? ''),
            render: (_, row) => (
              <>
                {row.due_on ?? '—'} {row.overdue && <Tag color="red">已超期</Tag>}
              </>
            ),
          },
          { title: '进展', width: 120, render: (_, row) => (row.drafts ? '解读起草中' : '尚未起草') },
        ]}
      />
    </>
  )
}
