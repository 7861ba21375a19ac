import { Button, Flex } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { useMe } from '#admin'
import type { CallView } from './call-view.ts'
import { LetterDialog } from './letter-dialog.tsx'
import { SealedCaller } from './sealed-caller.tsx'
import { Timeline } from './timeline.tsx'

/** What an agent does with a logged call: hand it on, see who called, keep the answer for next time. */
export function CallActions({ row }: { row: CallView }) {
  const [open, setOpen] = useState<'letter' | 'timeline' | 'caller'>()
  const writes = useMe().data?.can.includes('knowledge.write') ?? false
  const close = () => setOpen(undefined)
  const named = (what: string) => `第${row.id}号来电：${what}`
  return (
    <>
      <Flex wrap gap="0 12px">
        <Button type="link" style={flat} aria-label={named('查看来电人')} onClick={() => setOpen('caller')}>
          查看来电人
        </Button>
        {(row.outcome === 'answered' || row.outcome === 'transferred' || row.awaitsRegistration) && (
          <Button type="link" style={flat} aria-label={named('转为信件')} onClick={() => setOpen('letter')}>
            转为信件
          </Button>
        )}
        <Button type="link" style={flat} aria-label={named('往来记录')} onClick={() => setOpen('timeline')}>
          往来记录
        </Button>
        {writes && row.answer && (
          <Link href={`/knowledge/new?corpus=calls&entry=${row.id}`} aria-label={named('写口径')}>
            写口径
          </Link>
        )}
      </Flex>
      {open === 'letter' && <LetterDialog row={row} onClose={close} />}
      {open === 'caller' && <SealedCaller callId={row.id} onClose={close} />}
      {open === 'timeline' && <Timeline callId={row.id} onClose={close} />}
    </>
  )
}

const flat = { padding: 0, height: 'auto' }
