import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Input, Select, Upload } from 'antd'
import { ProblemNotice, upload } from '#admin'

export type AttachmentValue = {
  fileId: number
  name: string
  role: 'attachment' | 'inline' | 'cover'
  alt: string
}
type Kept = { id: number; name: string; mediaType: string }

const roles = [
  { value: 'attachment', label: '供下载' },
  { value: 'cover', label: '作为封面' },
]
const isPicture = (name: string) => /\.(?:png|jpe?g|gif|webp)$/i.test(name)

/** Files that go with the item; each is uploaded at once, checked by the server, and named as the reader will see it. */
export function Attachments({
  value = [],
  onChange,
}: {
  value?: AttachmentValue[]
  onChange?: (value: AttachmentValue[]) => void
}) {
  const add = useMutation({
    mutationFn: (file: File) => upload<Kept>('/files', file),
    onSuccess: ({ id, name }) => onChange?.([...value, { fileId: id, name, role: 'attachment', alt: '' }]),
  })
  const change = (at: number, changes: Partial<AttachmentValue>) =>
    onChange?.(value.map((file, place) => (place === at ? { ...file, ...changes } : file)))
  return (
    <>
      <ProblemNotice error={add.error} />
      <Flex vertical gap={8} style={{ marginBottom: value.length ? 12 : 0 }}>
        {value.map((file, at) => (
          <Flex key={file.fileId} gap={8} wrap>
            <Input
              aria-label={`第${at + 1}个附件的名称`}
              value={file.name}
              onChange={(event) => change(at, { name: event.target.value })}
              style={{ flex: '2 1 240px' }}
            />
            {isPicture(file.name) && (
              <Select
                aria-label={`第${at + 1}个附件的用途`}
                value={file.role}
                options={roles}
                onChange={(role) => change(at, { role })}
                style={{ width: 112 }}
              />
            )}
            {file.role === 'cover' && (
              <Input
                aria-label={`第${at + 1}个附件的替代文字`}
                placeholder="替代文字"
                value={file.alt}
                onChange={(event) => change(at, { alt: event.target.value })}
                style={{ flex: '2 1 200px' }}
              />
            )}
            <Button onClick={() => onChange?.(value.filter((_, place) => place !== at))}>移除</Button>
          </Flex>
        ))}
      </Flex>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          add.mutate(file)
          return false
        }}
      >
        <Button loading={add.isPending}>上传附件</Button>
      </Upload>
    </>
  )
}
