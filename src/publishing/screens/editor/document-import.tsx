import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { Alert, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice, upload } from '#admin'
import { FileField } from './file-field.tsx'

type Imported = { bodyHtml: string; pictures: number; lost: string[] }

/** Takes a .docx over at the cursor and says what did not come along. */
export function DocumentImport({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [file, setFile] = useState<File>()
  const bring = useMutation({
    mutationFn: (chosen: File) => upload<Imported>('/documents', chosen),
    onSuccess: ({ bodyHtml }) => editor.chain().focus().insertContent(bodyHtml).run(),
  })
  const brought = bring.data
  return (
    <Modal
      open
      title="导入 Word 文档"
      onCancel={onClose}
      footer={
        brought ? (
          <Button type="primary" onClick={onClose}>
            知道了
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!file}
            loading={bring.isPending}
            onClick={() => file && bring.mutate(file)}
          >
            导入
          </Button>
        )
      }
    >
      <ProblemNotice error={bring.error} />
      {brought ? (
        <Outcome brought={brought} />
      ) : (
        <Form layout="vertical" component={false}>
          <FileField label="Word 文档（.docx，不超过 30 MB）" accept=".docx" required onChoose={setFile} />
          <p>标题、段落、列表、表格和图片会转为网页格式，插入到光标处；字体和颜色不保留。</p>
        </Form>
      )}
    </Modal>
  )
}

function Outcome({ brought: { pictures, lost } }: { brought: Imported }) {
  const title = `已导入${pictures ? `，其中图片 ${pictures} 张，请为图片填写替代文字` : ''}。`
  if (!lost.length) return <Alert type="success" showIcon title={title} />
  const list = (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {lost.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return <Alert type="warning" showIcon title={`${title}以下内容请核对：`} description={list} />
}
