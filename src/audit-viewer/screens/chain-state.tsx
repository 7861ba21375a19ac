import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { call, ProblemNotice, poll, whenText } from '#admin'
import type { CheckView, RunningView } from './entry-view.ts'

const checkedBy: Record<string, string> = { daily: '每日自动核验', 'command line': '命令行核验' }

/** When the hash chain was last read from end to end, and whether it held. */
export function ChainState({ check }: { check: CheckView | null | undefined }) {
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => call('POST', '/audit/checks'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['audit-state'] }),
  })
  const button = (
    <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
      现在核验
    </Button>
  )
  const shown = { showIcon: true, action: button, style: { marginBottom: 16 } } as const
  if (check === undefined) return null
  return (
    <>
      <ProblemNotice error={again.error} />
      {again.isPending && <CheckProgress />}
      {check === null ? (
        <Alert {...shown} type="info" title="日志链还没有核验过" />
      ) : check.brokenId === null ? (
        <Alert
          {...shown}
          type="success"
          title="日志链完整"
          description={`${whenText(check.at)} 核验到第 ${check.lastEntryId} 条（${checkedBy[check.checkedBy] ?? check.checkedBy}）`}
        />
      ) : (
        <Alert
          {...shown}
          type="error"
          title={`日志链从第 ${check.brokenId} 条起不可信`}
          description={`${whenText(check.at)} 核验：${check.reason ?? ''}。请保留现场，立即报告安全管理员。`}
        />
      )}
    </>
  )
}

/** A chain of millions of entries takes minutes: how far the check has come, whichever server runs it. */
function CheckProgress() {
  const { data } = useQuery({
    queryKey: ['audit-check-running'],
    queryFn: () => poll<RunningView>('/audit/checks/running'),
    refetchInterval: 1000,
    gcTime: 0,
  })
  const { readTo = 0, newest = 0 } = data?.progress ?? {}
  return (
    <div style={{ marginBottom: 16 }}>
      <Progress
        aria-label="核验进度"
        percent={newest ? Math.floor((readTo / newest) * 100) : 0}
        status="active"
      />
      <span role="status">
        {newest ? `正在核验：已读到第 ${readTo} 条，共 ${newest} 条` : '正在开始核验'}
      </span>
    </div>
  )
}
