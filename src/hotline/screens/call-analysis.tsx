import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import { AnalysisCounts } from './analysis-counts.tsx'
import type { CallPage, Period } from './call-view.ts'
import { PeriodBar } from './period-bar.tsx'

/** What a period was asked about, when, and who answered; at first the year of the newest call. */
export function CallAnalysis() {
  const [chosen, setChosen] = useState<Period>()
  const newest = useQuery({
    queryKey: ['calls', 'newest'],
    queryFn: () => call<CallPage>('GET', '/hotline/calls'),
    staleTime: 60_000,
  })
  const year = newest.data && (newest.data.items[0]?.calledAt ?? new Date().toISOString()).slice(0, 4)
  const period = chosen ?? (year ? { from: `${year}-01-01`, until: `${year}-12-31` } : undefined)
  return (
    <>
      <PageTitle text="来电分析" />
      <ProblemNotice error={newest.error} />
      {period ? (
        <>
          <PeriodBar period={period} onChange={setChosen} />
          <AnalysisCounts period={period} onChoose={setChosen} />
        </>
      ) : (
        <Skeleton active />
      )}
    </>
  )
}
