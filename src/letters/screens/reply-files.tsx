import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Checkbox, Flex, Popconfirm, Tag, Typography, Upload } from 'antd'
import { call, ProblemNotice, upload } from '#admin'
import { fileFindingLabels } from '../labels.ts'
import type { LetterView, ReplyFileView } from './letter-view.ts'

const kinds = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png'

/** What goes out with the reply; the officer says which of it the public gets, too. */
export function ReplyFilesEditor(given: {
  view: LetterView
  shown: readonly number[]
  onShown: (ids: number[]) => void
}) {
  const { view, shown, onShown } = given
  const { id } = view.letter
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['letter', String(id)] })
  const add = useMutation({
    mutationFn: (file: File) => upload(`/letters/${id}/reply-files`, file),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (file: number) => call('DELETE', `/letters/${id}/reply-files/${file}`),
    onSuccess,
  })
  const waiting = view.replyFiles.filter(({ sent }) => !sent)
  const show = (file: number, on: boolean) =>
    onShown(on ? [...shown, file] : shown.filter((one) => one !== file))
  return (
    <Card size="small" title="答复附件" style={{ marginTop: 12 }}>
      <ProblemNotice error={add.error ?? remove.error} />
      {waiting.map((file) => (
        <ReplyFileLine key={file.id} letterId={id} file={file}>
          <Checkbox
            checked={shown.includes(file.id)}
            disabled={hasError(file)}
            onChange={(event) => show(file.id, event.target.checked)}
          >
            公开来信时一并公开
          </Checkbox>
          <Popconfirm
            title={`移除${file.name}？文件将从服务器删除。`}
            onConfirm={() => remove.mutate(file.id)}
          >
            <Button size="small" loading={remove.isPending} aria-label={`移除${file.name}`}>
              移除
            </Button>
          </Popconfirm>
        </ReplyFileLine>
      ))}
      <Upload
        accept={kinds}
        showUploadList={false}
        beforeUpload={(file) => {
          add.mutate(file)
          return false
        }}
      >
        <Button loading={add.isPending}>上传附件</Button>
      </Upload>
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        PDF、Word、Excel 或者图片，每个不超过20 MB，最多十个。
      </Typography.Paragraph>
    </Card>
  )
}

/** Beside the reply that went out. */
export function ReplyFileList({ view }: { view: LetterView }) {
  const sent = view.replyFiles.filter((file) => file.sent)
  return sent.map((file) => (
    <ReplyFileLine key={file.id} letterId={view.letter.id} file={file}>
      <Tag color={file.shown ? 'blue' : 'default'}>{file.shown ? '一并公开' : '只给来信人'}</Tag>
    </ReplyFileLine>
  ))
}

/** Files of the reply that is decided on, each to be opened; the approver ticks what no program could tell. */
export function ReplyFilesCheck(given: {
  view: LetterView
  checked: boolean
  onChecked: (checked: boolean) => void
}) {
  const files = given.view.replyFiles.filter(({ latest }) => latest)
  if (files.length === 0) return null
  return (
    <Card size="small" title="答复附件" style={{ marginBottom: 12 }}>
      {files.map((file) => (
        <ReplyFileLine key={file.id} letterId={given.view.letter.id} file={file}>
          <Tag color={file.shown ? 'blue' : 'default'}>{file.shown ? '一并公开' : '只给来信人'}</Tag>
        </ReplyFileLine>
      ))}
      {needsCheck(given.view) && (
        <Checkbox checked={given.checked} onChange={(event) => given.onChecked(event.target.checked)}>
          已经逐个打开核对，要公开的附件没有不该公开的个人信息
        </Checkbox>
      )}
    </Card>
  )
}

export const needsCheck = (view: LetterView) =>
  view.replyFiles.some(({ latest, shown, findings }) => latest && shown && findings.length > 0)

const hasError = ({ findings }: ReplyFileView) => findings.some(({ level }) => level === 'error')

function ReplyFileLine(given: { letterId: number; file: ReplyFileView; children: React.ReactNode }) {
  const { letterId, file, children } = given
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 8 }}>
      <Typography.Link href={`/api/staff/letters/${letterId}/reply-files/${file.id}`}>
        {file.name}
      </Typography.Link>
      {file.namePublic !== file.name && (
        <Typography.Text type="secondary">公开名称：{file.namePublic}</Typography.Text>
      )}
      {file.findings.map(({ kind, level, count }) => (
        <Tag key={kind} color={level === 'error' ? 'red' : 'orange'}>
          {fileFindingLabels[kind]}
          {kind === 'unread' ? '' : ` ${count}处`}
        </Tag>
      ))}
      {hasError(file) && <Typography.Text type="danger">不能公开</Typography.Text>}
      {children}
    </Flex>
  )
}
