import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Calendar, ConfigProvider, Flex, Input, Radio, Tag } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'

dayjs.locale('zh-cn')
type Entry = {
  article_id: number
  title: string
  section: string
  kind: 'publish' | 'withdraw'
  due_at: string
  fired_at: string | null
  refusal: string | null
}
const kindLabels = { publish: '发布', withdraw: '撤稿' }
const views = [
  { value: 'month', label: '月历' },
  { value: 'list', label: '列表' },
]
/** The Beijing day of an instant. */
const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const timeOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

/** What is set to go out or to leave, by month or as a list, and what became of what was due. */
export function Agenda() {
  const [month, setMonth] = useState(() => dayjs().startOf('month'))
  // A month's cells hold no words on a telephone.
  const [view, setView] = useState(() => (matchMedia('(max-width: 640px)').matches ? 'list' : 'month'))
  const from = month.startOf('month').startOf('week').format('YYYY-MM-DD')
  const to = month.endOf('month').add(8, 'day').format('YYYY-MM-DD')
  const agenda = useQuery({
    queryKey: ['agenda', from, to],
    queryFn: async () => (await call<{ items: Entry[] }>('GET', `/agenda?from=${from}&to=${to}`)).items,
    refetchInterval: 60_000,
  })
  const entries = agenda.data ?? []
  return (
    <>
      <PageTitle text="定时发布日历">
        <Radio.Group
          aria-label="显示方式"
          optionType="button"
          options={views}
          value={view}
          onChange={(event) => setView(event.target.value)}
        />
      </PageTitle>
      <ProblemNotice error={agenda.error} />
      <p>打开稿件可以更改或者取消时间。到时由系统重新检查后办理，检查不通过的退回签发人员。</p>
      <ConfigProvider locale={zhCN}>
        {view === 'month' ? (
          <MonthView month={month} entries={entries} onMonth={setMonth} />
        ) : (
          <ListView
            month={month}
            entries={entries.filter((entry) => dayOf(entry.due_at).startsWith(month.format('YYYY-MM')))}
            onMonth={setMonth}
          />
        )}
      </ConfigProvider>
    </>
  )
}

type View = { month: Dayjs; entries: readonly Entry[]; onMonth: (month: Dayjs) => void }

function MonthView({ month, entries, onMonth }: View) {
  const byDay = Map.groupBy(entries, (entry) => dayOf(entry.due_at))
  return (
    <Calendar
      value={month.isSame(dayjs(), 'month') ? dayjs() : month}
      headerRender={() => <MonthField month={month} onMonth={onMonth} />}
      onPanelChange={(day) => onMonth(day.startOf('month'))}
      onSelect={(day) => onMonth(day.startOf('month'))}
      cellRender={(day, info) =>
        info.type === 'date' && (
          <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {(byDay.get(day.format('YYYY-MM-DD')) ?? []).map((entry) => (
              <li key={`${entry.article_id} ${entry.kind} ${entry.due_at}`}>
                <Link
                  href={`/articles/${entry.article_id}`}
                  title={entry.title}
                  onClick={(event) => event.stopPropagation()}
                >
                  <Badge
                    status={badgeOf(entry)}
                    text={`${timeOf(entry.due_at)} ${kindLabels[entry.kind]} ${entry.title}`}
                  />
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    />
  )
}

function MonthField({ month, onMonth }: Pick<View, 'month' | 'onMonth'>) {
  const change = (text: string) => text && onMonth(dayjs(`${text}-01`))
  return (
    <Flex gap={8} align="center" style={{ marginBottom: 12 }}>
      <Button onClick={() => onMonth(month.subtract(1, 'month'))}>上个月</Button>
      <Input
        type="month"
        aria-label="月份"
        value={month.format('YYYY-MM')}
        onChange={(event) => change(event.target.value)}
        style={{ width: 160 }}
      />
      <Button onClick={() => onMonth(month.add(1, 'month'))}>下个月</Button>
    </Flex>
  )
}

const badgeOf = (entry: Entry) =>
  entry.refusal ? 'error' : entry.fired_at ? 'default' : entry.kind === 'publish' ? 'processing' : 'warning'

function ListView({ month, entries, onMonth }: View) {
  return (
    <>
      <MonthField month={month} onMonth={onMonth} />
      <ShortTable<Entry>
        rowKey={(entry) => `${entry.article_id} ${entry.kind} ${entry.due_at}`}
        size="small"
        name={`定时发布${month.format('YYYY-MM')}`}
        rows={entries}
        empty="本月没有定时任务"
        columns={[
          { title: '时间', width: 160, text: (entry) => whenText(entry.due_at) },
          { title: '事项', width: 80, text: (entry) => kindLabels[entry.kind] },
          {
            title: '标题',
            text: (entry) => entry.title,
            render: (entry) => <Link href={`/articles/${entry.article_id}`}>{entry.title}</Link>,
          },
          { title: '栏目', width: 140, text: (entry) => entry.section },
          {
            title: '结果',
            width: 180,
            text: (entry) => (entry.refusal ? '已退回' : entry.fired_at ? '已办理' : '待办理'),
            render: (entry) => <Outcome entry={entry} />,
          },
        ]}
      />
    </>
  )
}

function Outcome({ entry }: { entry: Entry }) {
  if (!entry.fired_at) return <Tag color="blue">待办理</Tag>
  const late = Math.round((Date.parse(entry.fired_at) - Date.parse(entry.due_at)) / 1000)
  if (entry.refusal) return <Tag color="red">未通过，已退回</Tag>
  return <>已办理{late > 60 && <Tag color="orange">晚 {Math.round(late / 60)} 分钟</Tag>}</>
}
