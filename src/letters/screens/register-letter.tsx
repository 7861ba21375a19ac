import { useMutation } from '@tanstack/react-query'
import { Button, Card, Form, Input, Radio, Result, Select } from 'antd'
import { Link } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import { useMailboxes } from './queries.ts'

type Receipt = { id: number; number: string; queryCode: string; dueOn: string | null }

/** A letter on paper, or told at the counter; the receipt is read out or handed over. */
export function RegisterLetter() {
  const mailboxes = useMailboxes()
  const save = useMutation({ mutationFn: (values: object) => call<Receipt>('POST', '/letters', values) })
  if (save.data)
    return (
      <Result
        status="success"
        title={`已登记，来信编号 ${save.data.number}，查询码 ${save.data.queryCode}`}
        subTitle={`请把编号和查询码告诉来信人。${save.data.dueOn ? `答复期限 ${save.data.dueOn}。` : ''}`}
        extra={[
          <Link key="open" href={`/letters/${save.data.id}`}>
            打开来信
          </Link>,
          <Button key="more" onClick={() => save.reset()}>
            再登记一件
          </Button>,
        ]}
      />
    )
  const options = (mailboxes.data?.items ?? [])
    .filter(({ in_use }) => in_use)
    .map(({ key, name }) => ({ value: key, label: name }))
  return (
    <>
      <PageTitle text="登记来信" />
      <ProblemNotice error={save.error} />
      <Card>
        <Form
          layout="vertical"
          initialValues={{ source: 'counter', consent: 'no' }}
          onFinish={(values) => save.mutate(values)}
          style={{ maxWidth: 720 }}
        >
          <Form.Item name="source" label="来源">
            <Radio.Group
              options={[
                { value: 'counter', label: '现场反映' },
                { value: 'post', label: '纸质来信' },
              ]}
            />
          </Form.Item>
          <Form.Item name="mailbox" label="信箱" rules={[{ required: true, message: '请选择信箱' }]}>
            <Select options={options} loading={mailboxes.isPending} />
          </Form.Item>
          <Form.Item name="author" label="姓名">
            <Input maxLength={50} />
          </Form.Item>
          <Form.Item name="telephone" label="联系电话">
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="subject" label="标题" rules={[{ required: true, min: 2, message: '请填写标题' }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="body" label="内容" rules={[{ required: true, min: 5, message: '请写明问题' }]}>
            <Input.TextArea autoSize={{ minRows: 6 }} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="consent" label="来信人是否同意公开">
            <Radio.Group
              options={[
                { value: 'no', label: '不同意或者没有表示' },
                { value: 'yes', label: '同意隐去个人信息后公开' },
              ]}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            登记
          </Button>
        </Form>
      </Card>
    </>
  )
}
