import { useMutation } from '@tanstack/react-query'
import { Button, Descriptions, Flex } from 'antd'
import { call, ProblemNotice } from '#admin'

type Original = {
  author: string
  telephone: string
  email: string
  subject: string
  body: string
  attachments: { id: number; name: string }[]
}

/** The letter as written, opened on purpose: each reading is on the audit record. */
export function SealedOriginal({ id }: { id: number }) {
  const read = useMutation({ mutationFn: () => call<Original>('POST', `/letters/${id}/unsealing`) })
  const open = useMutation({ mutationFn: (file: { id: number; name: string }) => download(id, file) })
  if (!read.data)
    return (
      <>
        <ProblemNotice error={read.error} />
        <Button style={{ marginTop: 12 }} loading={read.isPending} onClick={() => read.mutate()}>
          查看来信原文（将留下审计记录）
        </Button>
      </>
    )
  const { author, telephone, email, subject, body, attachments } = read.data
  return (
    <>
      <Descriptions
        style={{ marginTop: 12 }}
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'author', label: '姓名', children: author || '—' },
          { key: 'telephone', label: '电话', children: telephone || '—' },
          { key: 'email', label: '邮箱', children: email || '—' },
          {
            key: 'words',
            label: '原文',
            children: <span style={{ whiteSpace: 'pre-wrap' }}>{`${subject}\n${body}`}</span>,
          },
        ]}
      />
      <ProblemNotice error={open.error} />
      <Flex gap={8} wrap>
        {attachments.map((file) => (
          <Button key={file.id} loading={open.isPending} onClick={() => open.mutate(file)}>
            下载附件：{file.name}（将留下审计记录）
          </Button>
        ))}
      </Flex>
    </>
  )
}

/** A POST, because it leaves a record; the browser then saves what came. */
async function download(letterId: number, file: { id: number; name: string }) {
  const answer = await fetch(`/api/staff/letters/${letterId}/attachments/${file.id}`, { method: 'POST' })
  if (!answer.ok) throw new Error('附件没有打开，请刷新页面后重试。')
  const url = URL.createObjectURL(await answer.blob())
  Object.assign(document.createElement('a'), { href: url, download: file.name }).click()
  URL.revokeObjectURL(url)
}
