import { Form } from 'antd'
import { useId } from 'react'

/** A plain file input with its label: works by keyboard and with a screen reader as it is. */
export function FileField({
  label,
  accept,
  required = false,
  onChoose,
}: {
  label: string
  accept: string
  required?: boolean
  onChoose: (file: File | undefined) => void
}) {
  const id = useId()
  return (
    <Form.Item label={label} htmlFor={id} required={required}>
      <input id={id} type="file" accept={accept} onChange={(event) => onChoose(event.target.files?.[0])} />
    </Form.Item>
  )
}
