import type { Editor } from '@tiptap/core'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'

const usable = /^(?:https?:\/\/\S+\.\S+|mailto:\S+@\S+|tel:[\d+-]+|\/\S*)$/

/** The address behind the chosen words; without words the address itself becomes the text. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const known = editor.getAttributes('link').href as string | undefined
  const [address, setAddress] = useState(known ?? '')
  const href = address.trim()
  const place = () => {
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !known)
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    onClose()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <Modal
      open
      title="链接"
      onCancel={onClose}
      footer={[
        known && (
          <Button key="remove" danger onClick={remove}>
            取消链接
          </Button>
        ),
        <Button key="place" type="primary" disabled={!usable.test(href)} onClick={place}>
          确定
        </Button>,
      ]}
    >
      <Form layout="vertical" component={false}>
        <Form.Item
          label="网址"
          htmlFor="link-address"
          extra="完整网址（https://…）、本站地址（/articles/…）、邮箱（mailto:…）或者电话（tel:…）"
        >
          <Input
            id="link-address"
            value={address}
            placeholder="https://"
            onChange={(event) => setAddress(event.target.value)}
            onPressEnter={() => usable.test(href) && place()}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
