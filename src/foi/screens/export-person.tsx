import { useMutation } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { call, ProblemNotice } from '#admin'

/** What the person asks for: everything that is kept about them, over all their cases, as a text to hand over. Law: PIPL art. 45. */
export function ExportPerson({ id, number }: { id: number; number: string }) {
  const take = useMutation({
    mutationFn: () => call<{ words: string }>('POST', `/foi/requests/${id}/personal-data`),
    onSuccess: ({ words }) => save(`申请人信息-${number}.txt`, words),
  })
  return (
    <>
      <ProblemNotice error={take.error} />
      <Popconfirm
        title="应申请人本人的要求导出？"
        description="包括此人名下全部申请的原文、补正、文件清单和答复，将留下审计记录。"
        okText="导出"
        onConfirm={() => take.mutate()}
      >
        <Button loading={take.isPending}>导出本人全部信息</Button>
      </Popconfirm>
    </>
  )
}

/** The mark at the beginning lets every Windows editor read it. */
function save(name: string, words: string) {
  const address = URL.createObjectURL(new Blob(['\ufeff', words], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
