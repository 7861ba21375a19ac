import { Descriptions } from 'antd'
import type { NoticeView } from './calendar-view.ts'

/** The days of a notice, by holiday. */
export function NoticeDays({ notice }: { notice: NoticeView }) {
  const names = [...new Set([...Object.values(notice.daysOff), ...Object.values(notice.makeUpWorkdays)])]
  const daysOf = (days: Record<string, string>, name: string) =>
    Object.entries(days)
      .filter(([, given]) => given === name)
      .map(([day]) => day.slice(day.startsWith(String(notice.year)) ? 5 : 0))
      .join('、')
  return (
    <Descriptions
      column={1}
      size="small"
      items={names.map((name) => ({
        key: name,
        label: name,
        children: `放假 ${daysOf(notice.daysOff, name)}${
          daysOf(notice.makeUpWorkdays, name) && `；上班 ${daysOf(notice.makeUpWorkdays, name)}`
        }`,
      }))}
    />
  )
}
