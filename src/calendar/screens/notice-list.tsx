import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tag } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'
import type { CalendarView, NoticeView } from './calendar-view.ts'
import { NoticeDays } from './notice-days.tsx'

/** Every version of every year's notice; the one in force is marked. */
export function NoticeList() {
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: () => call<CalendarView>('GET', '/calendar') })
  return (
    <>
      <PageTitle text="工作日历">
        <Link href="/calendar/new">
          <Button type="primary">载入放假通知</Button>
        </Link>
      </PageTitle>
      <ProblemNotice error={calendar.error} />
      {calendar.data && <Horizon calendar={calendar.data} />}
      <ShortTable<NoticeView>
        rowKey={({ year, version }) => `${year}-${version}`}
        name="放假通知"
        loading={calendar.isPending}
        rows={calendar.data?.notices ?? []}
        empty="还没有载入放假通知"
        expandable={{ expandedRowRender: (notice) => <NoticeDays notice={notice} /> }}
        columns={[
          { title: '年份', width: 90, text: ({ year }) => year },
          {
            title: '版本',
            width: 140,
            text: ({ version, inForce }) => `第 ${version} 版${inForce ? '（现行）' : ''}`,
            render: ({ version, inForce }) => (
              <>
                第 {version} 版 {inForce && <Tag color="green">现行</Tag>}
              </>
            ),
          },
          {
            title: '通知',
            text: ({ source, documentNumber }) => `${source}${documentNumber ? `（${documentNumber}）` : ''}`,
            render: ({ source, documentNumber, url }) => (
              <>
                {url ? <a href={url}>{source}</a> : source}
                {documentNumber && `（${documentNumber}）`}
              </>
            ),
          },
          { title: '发布日期', width: 120, text: ({ issuedOn }) => issuedOn },
          {
            title: '载入',
            width: 210,
            text: ({ loadedBy, loadedAt }) => (loadedBy ? `${loadedBy} ${whenText(loadedAt)}` : '随软件提供'),
          },
        ]}
      />
    </>
  )
}

function Horizon({ calendar }: { calendar: CalendarView }) {
  const { from, horizon, daysLeft, nearEnd } = calendar
  return (
    <Alert
      showIcon
      type={nearEnd ? 'warning' : 'info'}
      style={{ marginBottom: 16 }}
      title={`已知 ${from} 至 ${horizon} 的工作日，还有 ${Math.max(daysLeft, 0)} 天`}
      description={
        nearEnd
          ? '超出这一天的办理期限暂时算不出来。国务院办公厅通常在11月发布下一年的放假通知，请尽快载入。'
          : '超出这一天的办理期限不作猜测，载入下一年的放假通知后自动重新计算。'
      }
    />
  )
}
