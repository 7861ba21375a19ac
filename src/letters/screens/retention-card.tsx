import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice, RetentionForm, type RetentionPeriod } from '#admin'

type Retention = { period: RetentionPeriod; years: number; endedBefore: string; items: { number: string }[] }

/** For letters, talks and calls. Law: PIPL art. 19, art. 47. */
export function RetentionCard() {
  const queries = useQueryClient()
  /** A period that is tried and not saved. Unit: years. */
  const [tried, setTried] = useState<number>()
  const { data, error, isPending, isFetching } = useQuery({
    queryKey: ['letters', 'retention', tried],
    queryFn: () => call<Retention>('GET', `/letters/retention${tried ? `?years=${tried}` : ''}`),
    placeholderData: keepPreviousData,
  })
  return (
    <Card title="来信和会话的个人信息保存期限" style={{ marginTop: 16 }} loading={isPending}>
      <ProblemNotice error={error} />
      {data && (
        <RetentionForm
          name="letter-retention"
          path="/letters/retention"
          from="办结后"
          period={data.period}
          busy={isFetching}
          onTry={setTried}
          onSaved={() => {
            setTried(undefined)
            void queries.invalidateQueries({ queryKey: ['letters', 'retention'] })
          }}
        >
          没有统一规定的年数，出厂设置为10年。写信页和在线交流页会告诉来信人这个期限。按{data.years}
          年计算，{data.endedBefore}及以前办结、可以删除原文和个人信息的来信有
          {data.items.length >= 1000 ? '一千封以上' : `${data.items.length}封`}
          ；公开内容和统计保留。删除用命令 gongkai letters retention --apply 和 gongkai chat retention
          --apply，不会自动删除。
        </RetentionForm>
      )}
    </Card>
  )
}
