import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { call } from '#admin'

type Mailbox = { key: string; name: string; in_use: boolean }

/** What a letter needs that the call does not say; `within` is where the form keeps it. Law: PIPL art. 25 (consent). */
export function LetterFields({ within = [] }: { within?: string[] }) {
  const mailboxes = useQuery({
    queryKey: ['letters', 'mailboxes'],
    queryFn: () => call<{ items: Mailbox[] }>('GET', '/letters/mailboxes'),
    staleTime: 60_000,
  })
  const options = (mailboxes.data?.items ?? [])
    .filter(({ in_use }) => in_use)
    .map(({ key, name }) => ({ value: key, label: name }))
  return (
    <>
      <Form.Item
        name={[...within, 'mailbox']}
        label="信箱"
        rules={[{ required: true, message: '请选择信箱' }]}
      >
        <Select options={options} loading={mailboxes.isPending} />
      </Form.Item>
      <Form.Item
        name={[...within, 'subject']}
        label="标题"
        rules={[{ required: true, message: '请填写标题' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[...within, 'consents']} label="来电人是否同意公开" initialValue={false}>
        <Radio.Group
          options={[
            { value: false, label: '不同意或者没有问' },
            { value: true, label: '同意隐去个人信息后公开' },
          ]}
        />
      </Form.Item>
    </>
  )
}
