import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice } from '#admin'
import { uploadPicture } from './adopt-pictures.ts'
import { FileField } from './file-field.tsx'

/** A new picture with its words, or the words of the chosen one. */
export function PictureDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const chosen = editor.isActive('image')
  const [words, setWords] = useState<string>(chosen ? (editor.getAttributes('image').alt ?? '') : '')
  const [file, setFile] = useState<File>()
  const place = useMutation({
    mutationFn: async () => {
      const alt = words.trim()
      if (chosen && !file) return editor.chain().focus().updateAttributes('image', { alt }).run()
      if (!file) return false
      const image = { type: 'image', attrs: { src: await uploadPicture(file), alt } }
      return editor
        .chain()
        .focus()
        .insertContent([image, { type: 'paragraph' }])
        .run()
    },
    onSuccess: onClose,
  })
  const ready = words.trim() !== '' && (chosen || file !== undefined)
  return (
    <Modal
      open
      title={chosen ? '修改图片' : '插入图片'}
      okText="确定"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={place.isPending}
      onOk={() => place.mutate()}
      onCancel={onClose}
    >
      <ProblemNotice error={place.error} />
      <Form layout="vertical" component={false}>
        <FileField
          label={chosen ? '换一张图片（不换则不选）' : '图片文件（PNG、JPG、GIF、WebP）'}
          accept="image/png,image/jpeg,image/gif,image/webp"
          required={!chosen}
          onChoose={setFile}
        />
        <Form.Item
          label="替代文字"
          htmlFor="picture-words"
          required
          extra="看不到图片的人听到的就是这段文字：写图片表达的内容。"
        >
          <Input.TextArea
            id="picture-words"
            value={words}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setWords(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
