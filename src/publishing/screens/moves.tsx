import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'
import type { ArticleView } from './article-view.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { EmergencyDialog, ScheduleDialog, WithdrawalDialog } from './move-dialogs.tsx'

type Open = 'decide' | 'schedule' | 'emergency' | 'withdraw' | undefined

/** Only the moves that this person may make now (`abilities`). */
export function Moves({ view, onMoved }: { view: ArticleView; onMoved: () => void }) {
  const { article, abilities } = view
  const [open, setOpen] = useState<Open>()
  const move = useMutation({
    mutationFn: ({ method = 'POST', noun, body }: { method?: string; noun: string; body?: object }) =>
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
        <Button type="primary" loading={busy} onClick={() => move.mutate({ noun: 'submission' })}>
          提交审核
        </Button>
      )}
      {abilities.decide && (
        <Button type="primary" onClick={() => setOpen('decide')}>
          审核
        </Button>
      )}
      {abilities.publish && (
        <Button type="primary" loading={busy} onClick={() => move.mutate({ noun: 'publication' })}>
          立即发布
        </Button>
      )}
      {abilities.schedule && <Button onClick={() => setOpen('schedule')}>定时发布</Button>}
      {abilities.confirmEmergency && (
        <Button
          type="primary"
          onClick={() =>
            move.mutate({ method: 'PUT', noun: 'emergency/confirmation', body: { comment: '属实' } })
          }
        >
          复核紧急发布
        </Button>
      )}
      {abilities.publishInEmergency && <Button onClick={() => setOpen('emergency')}>紧急发布</Button>}
      {abilities.withdraw && (
        <Button danger onClick={() => setOpen('withdraw')}>
          撤稿
        </Button>
      )}
      {article.status === 'published' && (
        <Button href={`/articles/${article.id}`} target="_blank">
          查看公开页面
        </Button>
      )}
      {!open && move.error && (
        <div style={{ flexBasis: '100%' }}>
          <ProblemNotice error={move.error} />
        </div>
      )}
      {open === 'decide' && <DecisionDialog view={view} move={move} onClose={close} />}
      {open === 'schedule' && <ScheduleDialog move={move} onClose={close} />}
      {open === 'emergency' && <EmergencyDialog move={move} onClose={close} />}
      {open === 'withdraw' && <WithdrawalDialog move={move} onClose={close} />}
    </>
  )
}
