import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Radio, Skeleton } from 'antd'
import { useLocation } from 'wouter'
import { call, ProblemNotice } from '#admin'
import { applicantKindLabels, deliveryLabels, formLabels, identityKindLabels } from '#foi/screens'
import type { Unsealed } from './sealed-caller.tsx'

type Given = { receivedOn?: string }
const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const must = (message: string) => [{ required: true, message }]

/** What a request is made of: where its words are opened and where it is written down, and what it is called. */
export type RequestSource = { path: string; name: string }

/** The office writes the request down from the caller's own words, and asks back for the proof of identity. Law: Order 711 art. 29. */
export function RequestDialog({
  source: { path, name },
  onClose,
}: {
  source: RequestSource
  onClose: () => void
}) {
  const [form] = Form.useForm<Given>()
  const [, go] = useLocation()
  const queries = useQueryClient()
  // A POST, because the look is on the audit record; once a dialog.
  const words = useQuery({
    queryKey: ['request-words', path],
    queryFn: () => call<Unsealed>('POST', `${path}/unsealing`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const register = useMutation({
    mutationFn: (given: Given) =>
      call<{ id: number; number: string }>('POST', `${path}/request`, {
        ...given,
        receivedOn: given.receivedOn || null,
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries()
      go(`/requests/${id}`)
    },
  })
  return (
    <Modal
      open
      width={720}
      title={`登记${name}提出的申请`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" disabled={!words.data} loading={register.isPending} onClick={form.submit}>
            登记
          </Button>
        </>
      }
    >
      <ProblemNotice error={words.error ?? register.error} />
      {words.isPending && <Skeleton active />}
      {words.data && (
        <>
          <Alert
            type="info"
            style={{ marginBottom: 16 }}
            title="请先致电申请人，核对身份证明和所需信息"
            description={`${words.data.calledOn} 提出。查看已写入审计日志。`}
          />
          <RequestFields form={form} words={words.data} onFinish={(given) => register.mutate(given)} />
        </>
      )}
    </Modal>
  )
}

function RequestFields({
  form,
  words: { caller, content },
  onFinish,
}: {
  form: ReturnType<typeof Form.useForm<Given>>[0]
  words: Unsealed
  onFinish: (given: Given) => void
}) {
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={onFinish}
      initialValues={{
        applicantKind: 'natural_person',
        identityKind: 'identity_card',
        name: caller?.name,
        telephone: caller?.telephone,
        description: content,
        formWanted: 'electronic',
        delivery: 'online',
      }}
    >
      <Form.Item name="applicantKind" label="申请人类型">
        <Radio.Group options={options(applicantKindLabels)} />
      </Form.Item>
      <Form.Item name="name" label="姓名或者名称" rules={must('请填写姓名或者名称')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="telephone" label="联系电话" rules={must('请填写联系电话')}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="identityKind" label="证件类型">
        <Radio.Group options={options(identityKindLabels)} />
      </Form.Item>
      <Form.Item name="identityNumber" label="证件号码" rules={must('请填写证件号码')}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="description" label="所需信息" rules={must('请填写所需信息')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="formWanted" label="信息的形式">
        <Radio.Group options={options(formLabels)} />
      </Form.Item>
      <Form.Item name="delivery" label="获取方式">
        <Radio.Group options={options(deliveryLabels)} />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱（选择电子邮件送达的填写）">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label="通信地址（选择邮寄送达的填写）">
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label="收到日期（与申请人确认之日，起算日）"
        extra="还没有与申请人确认的不填，可以在申请页面补登（第三十一条）"
      >
        <Input type="date" style={{ width: 220 }} />
      </Form.Item>
      <Form.Item name="confirmationNote" label="确认记录">
        <Input placeholder="例如：6月14日10时电话与申请人确认" maxLength={500} />
      </Form.Item>
    </Form>
  )
}
