import type { Editor } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { Button, Flex } from 'antd'
import './rich-text.css'

/** What the server's sanitizer keeps; heading 1 is the page's own title. */
const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    link: { openOnClick: false },
  }),
  Image,
  TableKit.configure({ table: { resizable: false } }),
]

/** The text of an item. Paste from Word or WPS loses everything that has no meaning; the server checks again. */
export function RichText({ value, onChange }: { value?: string; onChange?: (html: string) => void }) {
  const editor = useEditor({
    extensions,
    content: value ?? '',
    editorProps: { attributes: { class: 'rich-text', 'aria-label': '正文', role: 'textbox' } },
    onUpdate: ({ editor }) => onChange?.(editor.isEmpty ? '' : editor.getHTML()),
  })
  return (
    <div className="rich-text-frame">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}

const tools = [
  ['加粗', 'bold', {}, (e: Editor) => e.chain().focus().toggleBold().run()],
  ['一级标题', 'heading', { level: 2 }, (e: Editor) => e.chain().focus().toggleHeading({ level: 2 }).run()],
  ['二级标题', 'heading', { level: 3 }, (e: Editor) => e.chain().focus().toggleHeading({ level: 3 }).run()],
  ['项目列表', 'bulletList', {}, (e: Editor) => e.chain().focus().toggleBulletList().run()],
  ['编号列表', 'orderedList', {}, (e: Editor) => e.chain().focus().toggleOrderedList().run()],
  ['引用', 'blockquote', {}, (e: Editor) => e.chain().focus().toggleBlockquote().run()],
  [
    '插入表格',
    'table',
    {},
    (e: Editor) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  ],
  ['撤销', '', {}, (e: Editor) => e.chain().focus().undo().run()],
  ['重做', '', {}, (e: Editor) => e.chain().focus().redo().run()],
] as const

function Tools({ editor }: { editor: Editor }) {
  const active = useEditorState({
    editor,
    selector: ({ editor }) =>
      tools.map(([, name, attributes]) => name !== '' && editor.isActive(name, attributes)),
  })
  return (
    <Flex wrap gap={4} role="toolbar" aria-label="排版" className="rich-text-tools">
      {tools.map(([text, , , run], index) => (
        <Button
          key={text}
          size="small"
          type={active[index] ? 'primary' : 'text'}
          aria-pressed={active[index]}
          onClick={() => run(editor)}
        >
          {text}
        </Button>
      ))}
    </Flex>
  )
}
