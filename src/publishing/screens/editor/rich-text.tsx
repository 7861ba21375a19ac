import { Slice } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { Alert } from 'antd'
import { useState } from 'react'
import { adoptPictures, uploadPicture } from './adopt-pictures.ts'
import { cleanPasted } from './clean-pasted.ts'
import { extensions } from './extensions.ts'
import './rich-text.css'
import { Toolbar } from './toolbar.tsx'

/** The text of an item. Paste from Word or WPS loses everything that has no meaning; the server checks again. */
export function RichText({ value, onChange }: { value?: string; onChange?: (html: string) => void }) {
  const [notice, setNotice] = useState('')
  const editor = useEditor({
    extensions,
    content: value ?? '',
    editorProps: {
      attributes: { class: 'rich-text', 'aria-label': '正文', role: 'textbox', 'aria-multiline': 'true' },
      transformPastedHTML: (html) => {
        const { html: clean, lostPictures } = cleanPasted(html)
        setNotice(lostPictures ? `有 ${lostPictures} 张图片不能从剪贴板取得，请用“图片”按钮上传。` : '')
        return clean
      },
      // Whole paragraphs that fall into an empty one keep their own alignment.
      transformPasted: (slice, view) => {
        const { empty, $from } = view.state.selection
        const whole = empty && $from.parent.content.size === 0 && slice.content.childCount > 1
        return whole ? new Slice(slice.content, 0, 0) : slice
      },
      handlePaste: (_view, event) => {
        const pictures = [...(event.clipboardData?.files ?? [])].filter((file) =>
          file.type.startsWith('image/'),
        )
        if (!pictures.length || event.clipboardData?.types.includes('text/html')) return false
        void Promise.all(pictures.map(uploadPicture)).then(
          (sources) =>
            editor.commands.insertContent(sources.map((src) => ({ type: 'image', attrs: { src, alt: '' } }))),
          (error: Error) => setNotice(error.message),
        )
        return true
      },
      handleKeyDown: (view, event) => {
        if (!event.altKey || event.key !== 'F10') return false
        view.dom.closest('.rich-text-frame')?.querySelector<HTMLElement>('[role=toolbar] button')?.focus()
        return true
      },
    },
    onUpdate: ({ editor }) => {
      void adoptPictures(editor).catch((error: Error) => setNotice(error.message))
      // The editor keeps an empty paragraph at the end to type in; readers need none.
      onChange?.(editor.isEmpty ? '' : editor.getHTML().replace(/(?:<p><\/p>)+$/, ''))
    },
  })
  return (
    <div className="rich-text-frame">
      <Toolbar editor={editor} />
      {notice && (
        <Alert
          type="warning"
          banner
          title={notice}
          closable={{ onClose: () => setNotice('') }}
          role="status"
        />
      )}
      <EditorContent editor={editor} />
    </div>
  )
}
