import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { ArticleView } from './article-view.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import {
  ConfirmationDialog,
  EmergencyDialog,
  type MoveControl,
  PublicationDialog,
  ScheduleDialog,
  WithdrawalDialog,
} from './move-dialogs.tsx'

type Dialog = 'decide' | 'publish' | 'schedule' | 'emergency' | 'confirm' | 'withdraw' | 'withdrawLater'
type Sent = { method?: string; noun: string; body?: object }

/** Only the moves that this person may make now (`abilities`). */
export function Moves({
  view,
  unsaved,
  onMoved,
}: {
  view: ArticleView
  unsaved: boolean
  onMoved: () => void
}) {
  const { article, abilities } = view
  const [open, setOpen] = useState<Dialog>()
  const move = useMutation({
    mutationFn: ({ method = 'POST', noun, body }: Sent) =>
      call(method, `/articles/${article.id}/${noun}`, body),
    onSuccess: () => {
      setOpen(undefined)
      onMoved()
    },
  })
  const close = () => {
    move.reset()
    setOpen(undefined)
  }
  const busy = move.isPending
  return (
    <>
      {abilities.submit && (
        <Button
          type="primary"
          loading={busy}
          disabled={unsaved}
          title={unsaved ? '请先保存修改' : ''}
          onClick={() => move.mutate({ noun: 'submission' })}
        >
          提交审核
        </Button>
      )}
      {abilities.decide && (
        <Button type="primary" onClick={() => setOpen('decide')}>
          审核
        </Button>
      )}
      {abilities.publish && view.unworded.length > 0 && (
        <Button type="primary" onClick={() => setOpen('publish')}>
          立即发布
        </Button>
      )}
      {abilities.publish && view.unworded.length === 0 && (
        <Popconfirm
          title="现在就向公众发布？"
          okText="发布"
          cancelText="取消"
          onConfirm={() => move.mutate({ noun: 'publication' })}
        >
          <Button type="primary" loading={busy}>
            立即发布
          </Button>
        </Popconfirm>
      )}
      {abilities.schedule && (
        <Button onClick={() => setOpen('schedule')}>{article.publishAt ? '更改发布时间' : '定时发布'}</Button>
      )}
      {abilities.cancelSchedule && (
        <Popconfirm
          title="取消定时发布？稿件留在待发布中。"
          okText="取消定时"
          cancelText="返回"
          onConfirm={() => move.mutate({ method: 'DELETE', noun: 'schedule' })}
        >
          <Button>取消定时发布</Button>
        </Popconfirm>
      )}
      {abilities.confirmEmergency && (
        <Button type="primary" onClick={() => setOpen('confirm')}>
          复核紧急发布
        </Button>
      )}
      {abilities.publishInEmergency && <Button onClick={() => setOpen('emergency')}>紧急发布</Button>}
      {abilities.scheduleWithdrawal && (
        <Button onClick={() => setOpen('withdrawLater')}>
          {article.withdrawal ? '更改撤稿时间' : '定时撤稿'}
        </Button>
      )}
      {abilities.scheduleWithdrawal && article.withdrawal && (
        <Popconfirm
          title="取消定时撤稿？页面到时不会撤下。"
          okText="取消定时"
          cancelText="返回"
          onConfirm={() => move.mutate({ method: 'DELETE', noun: 'withdrawal-schedule' })}
        >
          <Button>取消定时撤稿</Button>
        </Popconfirm>
      )}
      {abilities.withdraw && (
        <Button danger onClick={() => setOpen('withdraw')}>
          撤稿
        </Button>
      )}
      {article.publicRevisionId !== null && (
        <Button href={`/articles/${article.id}`} target="_blank">
          查看公开页面
        </Button>
      )}
      {!open && move.error && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemNotice error={move.error} />
        </div>
      )}
      {open && <OpenDialog open={open} view={view} move={move} onClose={close} />}
    </>
  )
}

function OpenDialog({ open, view, ...control }: MoveControl & { open: Dialog; view: ArticleView }) {
  const { article } = view
  switch (open) {
    case 'decide':
      return <DecisionDialog view={view} {...control} />
    case 'publish':
      return <PublicationDialog findings={view.unworded} {...control} />
    case 'schedule':
      return <ScheduleDialog at={article.publishAt ?? undefined} findings={view.unworded} {...control} />
    case 'emergency':
      return <EmergencyDialog findings={view.findings} {...control} />
    case 'confirm':
      return <ConfirmationDialog shownHash={view.shownHash} {...control} />
    case 'withdraw':
      return <WithdrawalDialog later={false} articleId={article.id} {...control} />
    case 'withdrawLater':
      return <WithdrawalDialog later known={article.withdrawal} articleId={article.id} {...control} />
    default:
      return open satisfies never
  }
}
