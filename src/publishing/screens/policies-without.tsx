import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, ShortTable } from '#admin'

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
      <ShortTable<Row>
        rowKey="article_id"
        name="待解读的政策文件"
        loading={list.isPending}
        rows={rows}
        empty="没有待解读的政策文件"
        columns={[
          {
            title: '标题',
            text: (row) => row.title,
            render: (row) => <Link href={`/articles/${row.article_id}`}>{row.title}</Link>,
          },
          { title: '文号', width: 180, text: (row) => row.document_number },
          { title: '公开日期', width: 120, text: (row) => row.published_on },
          {
            title: '解读期限',
            width: 170,
            text: (row) => row.due_on,
            render: (row) => (
              <>
                {row.due_on ?? '—'} {row.overdue && <Tag color="red">已超期</Tag>}
              </>
            ),
          },
          { title: '进展', width: 120, text: (row) => (row.drafts ? '解读起草中' : '尚未起草') },
        ]}
      />
    </>
  )
}
