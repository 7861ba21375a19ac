import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, ProblemNotice } from '#admin'
import type { ReportView } from '#annual-report/contract'

/** The next acts that the server allows this person. */
export function ReportMoves({ view, onDone }: { view: ReportView; onDone: () => Promise<void> }) {
  const [asking, setAsking] = useState<'submit' | 'approve' | 'return' | 'article'>()
  const { abilities, articleId, year } = view
  const close = () => setAsking(undefined)
  return (
    <Flex gap={8} wrap>
      <Button href={`/api/staff/annual-reports/${year}/document.docx`}>下载Word</Button>
      {abilities.submit && (
        <Button type="primary" onClick={() => setAsking('submit')}>
          提交审批
        </Button>
      )}
      {abilities.decide && (
        <>
          <Button onClick={() => setAsking('return')}>退回</Button>
          <Button type="primary" onClick={() => setAsking('approve')}>
            批准
          </Button>
        </>
      )}
      {abilities.makeArticle && (
        <Button type="primary" onClick={() => setAsking('article')}>
          生成稿件
        </Button>
      )}
      {articleId !== null && <Link href={`/articles/${articleId}`}>查看稿件</Link>}
      {asking && <Asked view={view} move={asking} onClose={close} onDone={onDone} />}
    </Flex>
  )
}

const questions = {
  submit: ['提交审批', '提交后不能再修改填报内容，确定提交吗？'],
  approve: ['批准报告', '批准只对您现在看到的内容有效，确定批准吗？'],
  return: ['退回报告', '退回后由填报人修改。'],
  article: ['生成稿件', '稿件按栏目的审核流程发布。请选择年报栏目。'],
} as const

type AskedProps = {
  view: ReportView
  move: keyof typeof questions
  onClose: () => void
  onDone: () => Promise<void>
}

function Asked({ view, move, onClose, onDone }: AskedProps) {
  const [reason, setReason] = useState('')
  const [sectionId, setSectionId] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [title, text] = questions[move]
  const base = `/annual-reports/${view.year}`
  const act = async () => {
    try {
      if (move === 'submit') await call('POST', `${base}/submission`)
      else if (move === 'article') await call('POST', `${base}/article`, { sectionId })
      else {
        const decision = move === 'approve' ? 'approved' : 'returned'
        await call('POST', `${base}/decision`, { decision, reason, contentHash: view.contentHash })
      }
      onClose()
      await onDone()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText="取消"
      onOk={act}
      onCancel={onClose}
      okButtonProps={{ danger: move === 'return', disabled: move === 'article' && sectionId === undefined }}
    >
      <p>{text}</p>
      <ProblemNotice error={error} />
      {move === 'return' && (
        <Input.TextArea
          aria-label="退回原因"
          placeholder="退回原因"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {move === 'article' && <SectionChoice value={sectionId} onChange={setSectionId} />}
    </Modal>
  )
}

function SectionChoice({ value, onChange }: { value: number | undefined; onChange: (id: number) => void }) {
  const sections = useQuery({
    queryKey: ['sections'],
    queryFn: () => call<{ items: { id: number; name: string; status: string }[] }>('GET', '/sections'),
  })
  const open = sections.data?.items.filter((section) => section.status === 'active') ?? []
  return (
    <Select<number>
      aria-label="栏目"
      placeholder="选择栏目"
      showSearch={{ optionFilterProp: 'label' }}
      loading={sections.isPending}
      options={open.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  )
}
