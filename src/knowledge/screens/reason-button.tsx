import { Button, Input, Modal } from 'antd'
import { useState } from 'react'

/** An act that ends a use asks why first. */
export function ReasonButton({ text, onReason }: { text: string; onReason: (reason: string) => void }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text}</Button>
      <Modal
        open={open}
        title={text}
        okText="确定"
        cancelText="取消"
        okButtonProps={{ disabled: !reason.trim() }}
        onCancel={() => setOpen(false)}
        onOk={() => {
          onReason(reason)
          setOpen(false)
        }}
      >
        <Input.TextArea
          aria-label="原因"
          placeholder="原因（必填）"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          autoSize={{ minRows: 3 }}
          maxLength={500}
        />
      </Modal>
    </>
  )
}
