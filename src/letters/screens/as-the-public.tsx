import { Typography } from 'antd'
import { DoubtfulText, DoubtNotice, type Doubts } from './doubtful-text.tsx'
import type { AttachmentView, ReplyFileView } from './letter-view.ts'

const words = { whiteSpace: 'pre-wrap' } as const

/** Every word as it would stand on the public page, attachments too; what may be a name is marked. */
export function AsThePublic(given: {
  subject: string
  body: string
  reply: string
  attachments: readonly AttachmentView[]
  replyFiles: readonly ReplyFileView[]
  doubts: Doubts
}) {
  const { doubts } = given
  const shown = given.attachments.filter((one) => one.shown)
  const hidden = given.attachments.length - shown.length
  return (
    <>
      <DoubtNotice doubts={doubts} />
      <Typography.Title level={3} style={{ fontSize: 18 }}>
        <DoubtfulText text={given.subject} doubts={doubts} />
      </Typography.Title>
      <Typography.Paragraph style={words}>
        <DoubtfulText text={given.body} doubts={doubts} />
      </Typography.Paragraph>
      {shown.map((one) => (
        <div
          key={one.id}
          style={{ borderInlineStart: '3px solid #d0d7de', paddingInlineStart: 12, marginBottom: 12 }}
        >
          <Typography.Paragraph strong style={{ marginBottom: 4 }}>
            附件：{one.namePublic}
          </Typography.Paragraph>
          <Typography.Paragraph style={{ ...words, maxHeight: 320, overflowY: 'auto' }} tabIndex={0}>
            {one.textPublic ? <DoubtfulText text={one.textPublic} doubts={doubts} /> : '此附件没有文字内容。'}
          </Typography.Paragraph>
        </div>
      ))}
      {hidden > 0 && <Typography.Paragraph type="secondary">另有{hidden}个附件不公开。</Typography.Paragraph>}
      {given.reply && (
        <Typography.Paragraph style={words}>
          <strong>答复：</strong>
          <DoubtfulText text={given.reply} doubts={doubts} />
        </Typography.Paragraph>
      )}
      {given.replyFiles
        .filter(({ latest, shown }) => latest && shown)
        .map((file) => (
          <Typography.Paragraph key={file.id}>答复附件：{file.namePublic}</Typography.Paragraph>
        ))}
    </>
  )
}
