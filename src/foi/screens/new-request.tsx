import { useMutation } from '@tanstack/react-query'
import { Button, Card, Checkbox, Col, Form, type FormInstance, Input, Row, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import {
  applicantKindLabels,
  arrivalLabels,
  channelLabels,
  deliveryLabels,
  formLabels,
  helpLabels,
  identityKindLabels,
} from '../labels.ts'
import { CodeSlip } from './code-slip.tsx'
import { type Entered, LikeEntry } from './like-entry.tsx'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const must = (message: string) => [{ required: true, message }]

type Changed = Partial<Record<'arrivedOn' | 'channel' | 'arrival', string>>
type Entry = Changed & { receivedOn?: string | undefined }

/** What was handed over or signed for counts from that day; the officer need not type it twice. Law: Order 711 art. 31. */
function takeArrival(form: FormInstance<Entry>) {
  const { channel, arrival, arrivedOn } = form.getFieldsValue()
  const counts = arrival ? arrival === 'handed_over' || arrival === 'signed_for' : channel === 'in_person'
  form.setFieldValue('receivedOn', counts ? arrivedOn : undefined)
}

/** From paper, fax, or spoken words. Law: Order 711 art. 29 ¶1, art. 31. */
export function NewRequest() {
  const [form] = Form.useForm<Entry>()
  const [entered, setEntered] = useState<Entered>({})
  const save = useMutation({
    mutationFn: (values: object) => call<Registered>('POST', '/foi/requests', values),
  })
  const half = { xs: 24, md: 12 }
  if (save.data) return <Receipt {...save.data} />
  return (
    <>
      <PageTitle text="登记申请" />
      <ProblemNotice error={save.error} />
      <Form<Entry>
        form={form}
        layout="vertical"
        onValuesChange={(changed) => {
          if ('arrivedOn' in changed || 'channel' in changed || 'arrival' in changed) takeArrival(form)
        }}
        onBlur={() => setEntered(form.getFieldsValue() as Entered)}
        onFinish={(values) => save.mutate({ ...values, receivedOn: values.receivedOn || null })}
        initialValues={{
          channel: 'in_person',
          applicantKind: 'natural_person',
          identityKind: 'identity_card',
          formWanted: 'electronic',
          delivery: 'online',
        }}
      >
        <Card title="来件" style={{ marginBottom: 16 }}>
          <Row gutter={16}>
            <Col {...half}>
              <Form.Item name="channel" label="申请途径" rules={must('请选择途径')}>
                <Select options={options(channelLabels)} />
              </Form.Item>
            </Col>
            <Col {...half}>
              <Form.Item name="arrivedOn" label="到达日期" rules={must('请填写到达日期')}>
                <Input type="date" />
              </Form.Item>
            </Col>
            <Col {...half}>
              <Form.Item name="arrival" label="到达方式" extra="不选的按途径确定：信函为平常信函">
                <Select allowClear options={options(arrivalLabels)} />
              </Form.Item>
            </Col>
            <Col {...half}>
              <Form.Item
                name="receivedOn"
                label="收到日期（起算日）"
                extra="尚未与申请人确认的不填。当面为提交之日；挂号信、快递为签收之日；平常信函、传真为与申请人确认之日（第三十一条）"
              >
                <Input type="date" />
              </Form.Item>
            </Col>
            <Col {...half}>
              <Form.Item name="confirmationNote" label="确认记录">
                <Input placeholder="例如：6月14日10时电话与申请人确认" maxLength={500} />
              </Form.Item>
            </Col>
          </Row>
          <Form.Item name="oral" valuePropName="checked" initialValue={false}>
            <Checkbox>口头申请，由工作人员代为填写（第二十九条）</Checkbox>
          </Form.Item>
        </Card>
        <ApplicantFields />
        <Card title="所需信息" style={{ marginBottom: 16 }}>
          <Form.Item name="description" label="名称、文号或者其他特征" rules={must('请填写所需信息')}>
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={20_000} />
          </Form.Item>
          <Form.Item name="documentNumber" label="文号">
            <Input maxLength={100} />
          </Form.Item>
          <Row gutter={16}>
            <Col {...half}>
              <Form.Item name="formWanted" label="信息的形式">
                <Select options={options(formLabels)} allowClear />
              </Form.Item>
            </Col>
            <Col {...half}>
              <Form.Item name="delivery" label="获取方式">
                <Select options={options(deliveryLabels)} allowClear />
              </Form.Item>
            </Col>
          </Row>
        </Card>
        <LikeEntry entered={entered} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          登记
        </Button>
      </Form>
    </>
  )
}

type Registered = { id: number; number: string; queryCode: string }

/** Whoever stands at the counter takes the code along; who wrote gets it in the receipt letter. */
function Receipt({ id, number, queryCode }: Registered) {
  const [, go] = useLocation()
  return (
    <>
      <PageTitle text={`已登记：申请 ${number}`} />
      <Card style={{ maxWidth: 640 }}>
        <CodeSlip number={number} queryCode={queryCode} />
        <Button type="primary" style={{ marginTop: 16 }} onClick={() => go(`/requests/${id}`)}>
          打开案卷
        </Button>
      </Card>
    </>
  )
}

/** Law: Order 711 art. 30. */
const mayLack = '来件没有写明的可以不填，登记后告知申请人补正（第三十条）'

function ApplicantFields() {
  const half = { xs: 24, md: 12 }
  return (
    <Card title="申请人（加密保存）" style={{ marginBottom: 16 }}>
      <Row gutter={16}>
        <Col {...half}>
          <Form.Item name="applicantKind" label="类型" rules={must('请选择类型')}>
            <Select options={options(applicantKindLabels)} />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="name" label="姓名或者名称" rules={must('请填写姓名或者名称')}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="identityKind" label="证件类型" rules={must('请选择证件类型')}>
            <Select options={options(identityKindLabels)} />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="identityNumber" label="证件号码" extra={mayLack}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="telephone" label="联系电话" extra={mayLack}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="email" label="电子邮箱">
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="fax" label="传真号码" extra="获取方式为传真的必填">
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="representative" label="法定代表人或者负责人">
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="contactName" label="单位联系人">
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="help" label="需要的帮助" initialValue="none">
            <Select options={options(helpLabels)} />
          </Form.Item>
        </Col>
        <Col {...half}>
          <Form.Item name="address" label="通信地址">
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        </Col>
      </Row>
    </Card>
  )
}
