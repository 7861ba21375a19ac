import { Link, useParams } from 'wouter'
import { PageTitle } from '#admin'
import { TalkPanel } from './talk-panel.tsx'

/** One talk on a page of its own: from the log, or from the rows of a figure. The look is on the audit record. */
export function TalkPage() {
  const { id } = useParams<{ id: string }>()
  return (
    <>
      <PageTitle text="会话（查看已写入审计日志）">
        <Link href="/chat/talks">会话记录</Link>
      </PageTitle>
      <TalkPanel id={Number(id)} agents={[]} onMoved={() => undefined} />
    </>
  )
}
