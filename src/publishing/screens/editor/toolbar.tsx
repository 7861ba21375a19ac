import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  FileWordOutlined,
  ItalicOutlined,
  LinkOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button, Dropdown, Flex, Select } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { DocumentImport } from './document-import.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { tableItems } from './table-items.ts'
import { VideoDialog } from './video-dialog.tsx'

const blocks = [
  { value: 'paragraph', label: '正文' },
  { value: 'h2', label: '一级标题' },
  { value: 'h3', label: '二级标题' },
  { value: 'h4', label: '三级标题' },
]
type Open = 'picture' | 'video' | 'link' | 'document' | undefined

/** Every tool by keyboard: Alt+F10 from the text, arrow keys between tools, Escape back. */
export function Toolbar({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const on = useEditorState({ editor, selector: ({ editor }) => stateOf(editor) })
  const run = () => editor.chain().focus()
  const align = (way: 'center' | 'right' | null) =>
    run()
      .updateAttributes(on.block === 'paragraph' ? 'paragraph' : 'heading', { align: way })
      .run()
  const setBlock = (value: string) =>
    value === 'paragraph'
      ? run().setParagraph().run()
      : run()
          .setHeading({ level: Number(value[1]) as 2 | 3 | 4 })
          .run()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') editor.commands.focus()
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') moveFocus(event)
  }
  return (
    <Flex wrap gap={4} role="toolbar" aria-label="排版" className="rich-text-tools" onKeyDown={onKeyDown}>
      <Select
        aria-label="段落样式"
        size="small"
        style={{ width: 104 }}
        value={on.block}
        options={blocks}
        onChange={setBlock}
      />
      <Tool name="加粗" icon={<BoldOutlined />} on={on.bold} run={() => run().toggleBold().run()} />
      <Tool name="斜体" icon={<ItalicOutlined />} on={on.italic} run={() => run().toggleItalic().run()} />
      <Tool
        name="下划线"
        icon={<UnderlineOutlined />}
        on={on.underline}
        run={() => run().toggleUnderline().run()}
      />
      <Tool name="左对齐" icon={<AlignLeftOutlined />} on={on.align === null} run={() => align(null)} />
      <Tool
        name="居中"
        icon={<AlignCenterOutlined />}
        on={on.align === 'center'}
        run={() => align('center')}
      />
      <Tool
        name="右对齐"
        icon={<AlignRightOutlined />}
        on={on.align === 'right'}
        run={() => align('right')}
      />
      <Tool
        name="项目列表"
        icon={<UnorderedListOutlined />}
        on={on.bullets}
        run={() => run().toggleBulletList().run()}
      />
      <Tool
        name="编号列表"
        icon={<OrderedListOutlined />}
        on={on.numbers}
        run={() => run().toggleOrderedList().run()}
      />
      <Tool
        name="引用"
        icon={<span aria-hidden>“”</span>}
        on={on.quote}
        run={() => run().toggleBlockquote().run()}
      />
      <Tool name="链接" icon={<LinkOutlined />} on={on.link} run={() => setOpen('link')} />
      <Tool name="图片" icon={<PictureOutlined />} on={on.picture} run={() => setOpen('picture')} />
      <Tool name="视频" icon={<VideoCameraOutlined />} on={on.video} run={() => setOpen('video')} />
      <Dropdown trigger={['click']} menu={{ items: tableItems(editor, on) }}>
        <Button
          size="small"
          type={on.table ? 'primary' : 'text'}
          icon={<TableOutlined />}
          aria-haspopup="menu"
        >
          表格
        </Button>
      </Dropdown>
      <Button size="small" type="text" icon={<FileWordOutlined />} onClick={() => setOpen('document')}>
        导入 Word
      </Button>
      <Tool name="撤销" icon={<UndoOutlined />} run={() => run().undo().run()} />
      <Tool name="重做" icon={<RedoOutlined />} run={() => run().redo().run()} />
      {open === 'picture' && <PictureDialog editor={editor} onClose={close} />}
      {open === 'video' && <VideoDialog editor={editor} onClose={close} />}
      {open === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {open === 'document' && <DocumentImport editor={editor} onClose={close} />}
    </Flex>
  )
}

function Tool({ name, icon, on, run }: { name: string; icon: ReactNode; on?: boolean; run: () => void }) {
  return (
    <Button
      size="small"
      type={on ? 'primary' : 'text'}
      icon={icon}
      title={name}
      aria-label={name}
      onClick={run}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
    />
  )
}

function stateOf(editor: Editor) {
  const level = [2, 3, 4].find((each) => editor.isActive('heading', { level: each }))
  const aligned = (way: string) =>
    editor.isActive('paragraph', { align: way }) || editor.isActive('heading', { align: way })
  return {
    block: level ? `h${level}` : 'paragraph',
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    underline: editor.isActive('underline'),
    align: aligned('center') ? 'center' : aligned('right') ? 'right' : null,
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    quote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
    picture: editor.isActive('image'),
    video: editor.isActive('video'),
    table: editor.isActive('table'),
    mergeable: editor.can().mergeCells(),
    splittable: editor.can().splitCell(),
  }
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const tools = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(':scope > button, :scope > .ant-select input'),
  ]
  const at = tools.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  const next = at + (event.key === 'ArrowRight' ? 1 : -1)
  tools[(next + tools.length) % tools.length]?.focus()
  event.preventDefault()
}
