import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Form, Input, InputNumber, Select, Skeleton } from 'antd'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { PublishingSettings } from '#publishing/contract'
import { required } from './form-pieces.ts'
import { ReviewSteps } from './review-steps.tsx'

const gap = { marginBottom: 16 }

/** What an agency chooses for itself: the chain of review, numbers, classes, links. */
export function PublishingSettingsScreen() {
  const settings = useQuery({
    queryKey: ['publishing-settings'],
    queryFn: () => call<PublishingSettings>('GET', '/publishing-settings'),
  })
  return (
    <>
      <PageTitle text="发布设置" />
      <ProblemNotice error={settings.error} />
      <ReviewSteps />
      {settings.data ? <Choices settings={settings.data} /> : <Skeleton active />}
      <SubjectCategories />
    </>
  )
}

function Choices({ settings }: { settings: PublishingSettings }) {
  const [form] = Form.useForm<PublishingSettings>()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (given: PublishingSettings) => call('PUT', '/publishing-settings', given),
    onSuccess: () => queries.invalidateQueries(),
  })
  const number = Form.useWatch('indexNumber', form) ?? settings.indexNumber
  return (
    <Card title="索引号、解读期限和链接检测" style={gap}>
      <ProblemNotice error={save.error} />
      {save.isSuccess && <Alert type="success" showIcon style={gap} title="已保存。" />}
      <Form form={form} layout="vertical" initialValues={settings} onFinish={(given) => save.mutate(given)}>
        <Form.Item
          name={['indexNumber', 'pattern']}
          label="索引号格式"
          rules={required('请填写格式')}
          extra={`{code} 是代码，{year} 是年份，{serial} 是当年流水号。示例：${exampleOf(number)}`}
        >
          <Input style={{ maxWidth: 360 }} />
        </Form.Item>
        <Form.Item
          name={['indexNumber', 'code']}
          label="地区或者机构代码"
          extra="不填：用机关设置中的组织机构代码"
        >
          <Input style={{ maxWidth: 240 }} />
        </Form.Item>
        <Form.Item name={['indexNumber', 'serialDigits']} label="流水号位数">
          <InputNumber min={1} max={9} />
        </Form.Item>
        <Form.Item
          name="interpretationWorkingDays"
          label="政策公开后多少个工作日内应有解读"
          extra="各地做法不同，常见 3 个或者 5 个工作日，请按本地规定填写"
        >
          <InputNumber min={1} max={60} />
        </Form.Item>
        <Form.Item
          name="checkLinks"
          valuePropName="checked"
          extra="在不能访问互联网的网络中可以关闭；关闭后不影响提交和发布"
        >
          <Checkbox>后台检测正文中的链接是否有效</Checkbox>
        </Form.Item>
        <Form.Item
          name="trustedHosts"
          label="允许链接和检测的内部主机"
          extra="例如 10.1.2.3 或者 oa.local:8080；其他内部地址一律视为危险链接"
        >
          <Select mode="tags" open={false} tokenSeparators={[',', '，', ' ']} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </Form>
    </Card>
  )
}

const exampleOf = (form: PublishingSettings['indexNumber']) =>
  (form.pattern ?? '')
    .replace('{code}', form.code || '000014349')
    .replace('{year}', '2018')
    .replace('{serial}', '110'.padStart(form.serialDigits ?? 5, '0'))

function SubjectCategories() {
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['subject-categories'],
    queryFn: async () => (await call<{ items: { name: string }[] }>('GET', '/subject-categories')).items,
  })
  const save = useMutation({
    mutationFn: ({ text }: { text: string }) => {
      const names = text
        .split('\n')
        .map((name) => name.trim())
        .filter(Boolean)
      return call('PUT', '/subject-categories', { names })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['subject-categories'] }),
  })
  if (!list.data) return <ProblemNotice error={list.error} />
  const text = list.data.map(({ name }) => name).join('\n')
  return (
    <Card title="主题分类" style={gap}>
      <ProblemNotice error={save.error} />
      {save.isSuccess && <Alert type="success" showIcon style={gap} title="已保存。" />}
      <Form layout="vertical" initialValues={{ text }} onFinish={(given) => save.mutate(given)}>
        <Form.Item
          name="text"
          label="分类表，一行一个"
          extra="初始内容是国务院文件库的分类（请按本机关规定核对）；已发布信息的分类不随之改变"
        >
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 24 }} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存
        </Button>
      </Form>
    </Card>
  )
}
