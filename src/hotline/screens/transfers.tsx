import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Radio, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable, whenText } from '#admin'
import { ResultDialog } from './result-dialog.tsx'
import { SealedCaller } from './sealed-caller.tsx'

export type TransferView = {
  id: number
  calledAt: string
  topic: string
  contentMasked: string
  unit: string
  dueOn: string | null
  result: string
  resultOn: string | null
  settledBy: string | null
  late: boolean
}

/** Calls that departments answer: what waits by its day, and what was done. The desk sees all, others those of their department. */
export function Transfers() {
  const [settled, setSettled] = useState(false)
  const [open, setOpen] = useState<{ row: TransferView; what: 'result' | 'caller' }>()
  const list = useQuery({
    queryKey: ['call-transfers', settled],
    queryFn: () => call<{ items: TransferView[] }>('GET', `/hotline/transfers?settled=${settled}`),
  })
  return (
    <>
      <PageTitle text="转办来电" />
      <ProblemNotice error={list.error} />
      <Radio.Group
        aria-label="办理状态"
        optionType="button"
        style={{ marginBottom: 16 }}
        value={settled}
        onChange={(event) => setSettled(event.target.value)}
        options={[
          { value: false, label: '待办理' },
          { value: true, label: '已办理' },
        ]}
      />
      <ShortTable<TransferView>
        key={String(settled)}
        rowKey="id"
        loading={list.isPending}
        rows={list.data?.items ?? []}
        name={settled ? '已办理的转办来电' : '待办理的转办来电'}
        scroll={{ x: 860 }}
        empty={settled ? '还没有办理完的来电' : '没有等待办理的来电'}
        columns={[
          { title: '来电时间', width: 150, text: (row) => whenText(row.calledAt) },
          { title: '主题', width: 120, text: (row) => row.topic || null },
          { title: '来电内容（已隐去个人信息）', text: wordsOf, render: (row) => <Words row={row} /> },
          { title: '处室', width: 120, text: (row) => row.unit },
          {
            title: settled ? '办结日期' : '办理期限',
            width: 140,
            text: whenOf,
            render: (row) => <When row={row} />,
          },
          ...(settled ? [] : [{ title: '操作', width: 190, render: actionsFor(setOpen) }]),
        ]}
      />
      {open?.what === 'result' && <ResultDialog row={open.row} onClose={() => setOpen(undefined)} />}
      {open?.what === 'caller' && <SealedCaller callId={open.row.id} onClose={() => setOpen(undefined)} />}
    </>
  )
}

type Choose = (open: { row: TransferView; what: 'result' | 'caller' }) => void
const actionsFor = (choose: Choose) => (row: TransferView) => (
  <Flex gap={8} wrap>
    <Button
      type="primary"
      aria-label={`第${row.id}号来电：登记办理情况`}
      onClick={() => choose({ row, what: 'result' })}
    >
      登记
    </Button>
    <Button aria-label={`第${row.id}号来电：查看来电人`} onClick={() => choose({ row, what: 'caller' })}>
      来电人
    </Button>
  </Flex>
)

const wordsOf = ({ contentMasked, result, settledBy }: TransferView) =>
  [contentMasked, result && `办理情况：${result}`, settledBy].filter(Boolean).join(' ')

const Words = ({ row }: { row: TransferView }) => (
  <>
    <div>{row.contentMasked}</div>
    {row.result && (
      <Typography.Text type="secondary">
        办理情况：{row.result}
        {row.settledBy && `（${row.settledBy}）`}
      </Typography.Text>
    )}
  </>
)

const lateWord = ({ resultOn, late }: TransferView) => (late ? (resultOn ? '超期办结' : '已超期') : '')
const whenOf = (row: TransferView) => [row.resultOn ?? row.dueOn ?? '未定', lateWord(row)].join(' ').trim()

/** The day it is due or was done; late is a word, not only a colour. */
function When({ row }: { row: TransferView }) {
  return (
    <>
      {row.resultOn ?? row.dueOn ?? '未定'} {row.late && <Tag color="error">{lateWord(row)}</Tag>}
    </>
  )
}
