import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice } from '#admin'

/** Somebody else looks after the entry from now on. */
export function HandOverButton({ onChoose }: { onChoose: (ownerId: number) => void }) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const owners = useQuery({
    queryKey: ['knowledge-owners'],
    queryFn: () => call<{ items: { id: number; name: string }[] }>('GET', '/knowledge/owners'),
    enabled: open,
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>移交</Button>
      <Modal
        open={open}
        title="移交给其他负责人"
        okText="移交"
        cancelText="取消"
        okButtonProps={{ disabled: chosen === undefined }}
        onCancel={() => setOpen(false)}
        onOk={() => {
          if (chosen !== undefined) onChoose(chosen)
          setOpen(false)
        }}
      >
        <ProblemNotice error={owners.error} />
        <Typography.Paragraph>条目暂停或者即将到期时，系统会告知新的负责人。</Typography.Paragraph>
        <Select<number>
          aria-label="新的负责人"
          placeholder="新的负责人"
          showSearch={{ optionFilterProp: 'label' }}
          loading={owners.isPending}
          options={(owners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen ?? null}
          onChange={(value) => setChosen(value ?? undefined)}
          style={{ width: '100%' }}
        />
      </Modal>
    </>
  )
}
