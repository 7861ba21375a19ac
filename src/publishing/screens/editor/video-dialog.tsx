import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ProblemNotice, upload } from '#admin'
import { FileField } from './file-field.tsx'

const addressOf = async (file: File) => `/files/${(await upload<{ id: number }>('/files', file)).id}`

/** A video with its first picture and the words for those who cannot see or hear it. */
export function VideoDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const known = editor.isActive('video') ? editor.getAttributes('video') : undefined
  const [video, setVideo] = useState<File>()
  const [poster, setPoster] = useState<File>()
  const [words, setWords] = useState<string>(known?.words ?? '')
  const place = useMutation({
    mutationFn: async () => {
      const src = video ? await addressOf(video) : known?.src
      const picture = poster ? await addressOf(poster) : (known?.poster ?? null)
      const attrs = { src, poster: picture, words: words.trim() }
      return known
        ? editor.chain().focus().updateAttributes('video', attrs).run()
        : editor
            .chain()
            .focus()
            .insertContent([{ type: 'video', attrs }, { type: 'paragraph' }])
            .run()
    },
    onSuccess: onClose,
  })
  return (
    <Modal
      open
      title={known ? '修改视频' : '插入视频'}
      okText="确定"
      okButtonProps={{ disabled: words.trim() === '' || (!known && !video) }}
      confirmLoading={place.isPending}
      onOk={() => place.mutate()}
      onCancel={onClose}
    >
      <ProblemNotice error={place.error} />
      <Form layout="vertical" component={false}>
        <FileField
          label="视频文件（MP4，不超过 100 MB）"
          accept="video/mp4"
          required={!known}
          onChoose={setVideo}
        />
        <FileField label="封面图片" accept="image/png,image/jpeg,image/webp" onChoose={setPoster} />
        <Form.Item
          label="文字说明"
          htmlFor="video-words"
          required
          extra="写视频的主要内容，显示在视频下方，供看不到或者听不到的人阅读。"
        >
          <Input.TextArea
            id="video-words"
            value={words}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(event) => setWords(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
