import { useMutation } from '@tanstack/react-query'
import { Button, Flex, Input, List, Upload } from 'antd'
import { ProblemNotice, upload } from '#admin'

export type AttachmentValue = {
  fileId: number
  name: string
  role: 'attachment' | 'inline' | 'cover'
  alt: string
}
type Kept = { id: number; name: string; sizeBytes: number }

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
  const rename = (at: number, name: string) =>
    onChange?.(value.map((file, place) => (place === at ? { ...file, name } : file)))
  return (
    <>
      <ProblemNotice error={add.error} />
      {value.length > 0 && (
        <List
          size="small"
          dataSource={value}
          rowKey="fileId"
          style={{ marginBottom: 12 }}
          renderItem={(file, at) => (
            <List.Item
              actions={[
                <Button
                  key="remove"
                  size="small"
                  onClick={() => onChange?.(value.filter((_, place) => place !== at))}
                >
                  移除
                </Button>,
              ]}
            >
              <Flex style={{ width: '100%' }}>
                <Input
                  aria-label={`第${at + 1}个附件的名称`}
                  value={file.name}
                  onChange={(event) => rename(at, event.target.value)}
                />
              </Flex>
            </List.Item>
          )}
        />
      )}
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
