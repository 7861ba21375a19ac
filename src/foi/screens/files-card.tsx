import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Select, Typography } from 'antd'
import { useRef, useState } from 'react'
import { ProblemNotice, upload } from '#admin'
import { fileKinds } from '#foi/contract'
import { fileKindLabels } from '../labels.ts'
import type { RequestView } from './request-view.ts'

/** What came in for the case, and the proof that the answer went out; sealed. What goes out: documents-card.tsx. Opening one is on the audit record. */
export function FilesCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const { request, files, abilities } = view
  const [kind, setKind] = useState<(typeof fileKinds)[number]>('application')
  const input = useRef<HTMLInputElement>(null)
  const add = useMutation({
    mutationFn: (file: File) => upload(`/foi/requests/${request.id}/materials`, file, { kind }),
    onSuccess: onMoved,
  })
  if (files.length === 0 && !abilities.add_file) return null
  return (
    <Card title="收到的材料和送达凭证" style={{ marginBottom: 16 }}>
      <Typography.Paragraph type="secondary">加密保存，查看留有记录。</Typography.Paragraph>
      <ProblemNotice error={add.error} />
      {files.map((file) => (
        <Flex key={file.id} gap={12} wrap style={{ paddingBlock: 4 }}>
          <Typography.Text type="secondary">{fileKindLabels[file.kind]}</Typography.Text>
          {abilities.readApplicant ? (
            <a href={`/api/staff/foi/requests/${request.id}/materials/${file.id}`} download>
              {file.name}
            </a>
          ) : (
            file.name
          )}
          <Typography.Text type="secondary">{Math.ceil(file.sizeBytes / 1024)} KB</Typography.Text>
        </Flex>
      ))}
      {abilities.add_file && (
        <Flex gap={8} wrap style={{ marginTop: 12 }}>
          <Select
            aria-label="材料种类"
            value={kind}
            onChange={setKind}
            style={{ minWidth: 150 }}
            options={fileKinds.map((value) => ({ value, label: fileKindLabels[value] }))}
          />
          <input
            ref={input}
            type="file"
            aria-label="选择材料"
            hidden
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) add.mutate(file)
              event.target.value = ''
            }}
          />
          <Button loading={add.isPending} onClick={() => input.current?.click()}>
            上传材料
          </Button>
        </Flex>
      )}
    </Card>
  )
}
