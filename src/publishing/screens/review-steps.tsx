import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Checkbox, Flex, Form, Input, Popconfirm, Select } from 'antd'
import { call, ProblemNotice } from '#admin'
import { type ReviewStepInput, reviewActions } from '#publishing/contract'
import { reviewActionLabels } from '../labels.ts'
import { optionsOf, required } from './form-pieces.ts'

const code = { pattern: /^[a-z][a-z0-9_]{1,40}$/, message: '小写字母、数字和下划线' }

/** The chain before publication. A change is measured at once against what is under way. */
export function ReviewSteps() {
  const [form] = Form.useForm<{ steps: ReviewStepInput[] }>()
  const queries = useQueryClient()
  const list = useQuery({
    queryKey: ['review-steps'],
    queryFn: async () =>
      (await call<{ items: (ReviewStepInput & { position: number })[] }>('GET', '/review-steps')).items,
  })
  const save = useMutation({
    mutationFn: async () => {
      const { steps } = await form.validateFields()
      await call('PUT', '/review-steps', { steps })
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  if (!list.data) return <ProblemNotice error={list.error} />
  const steps = list.data.map(({ position: _, ...step }) => step)
  return (
    <Card title="审核流程" style={{ marginBottom: 16 }}>
      <p>
        从上到下依次办理。必须有一个由专人办理的保密审查步骤（政府信息公开条例第十七条）。本人写的、本人提交的稿件，任何步骤都不能由本人审核。
      </p>
      <ProblemNotice error={save.error && 'errorFields' in save.error ? null : save.error} />
      {save.isSuccess && (
        <Alert
          type="success"
          showIcon
          style={{ marginBottom: 16 }}
          title="已保存。正在审核的稿件已按新流程核对。"
        />
      )}
      <Form form={form} layout="vertical" initialValues={{ steps }}>
        <Form.List name="steps">
          {(fields, { add, remove, move }) => (
            <>
              {fields.map((field, at) => (
                <Flex key={field.key} gap={8} wrap align="end" style={{ marginBottom: 8 }}>
                  <Form.Item
                    name={[field.name, 'name']}
                    label={`第 ${at + 1} 步`}
                    rules={required('请填写名称')}
                    style={{ marginBottom: 0 }}
                  >
                    <Input style={{ width: 140 }} />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'key']}
                    label="代码"
                    rules={[...required('请填写代码'), code]}
                    style={{ marginBottom: 0 }}
                  >
                    <Input style={{ width: 160 }} />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'action']}
                    label="由谁办理"
                    rules={required('请选择')}
                    style={{ marginBottom: 0 }}
                  >
                    <Select options={optionsOf(reviewActions, reviewActionLabels)} style={{ width: 150 }} />
                  </Form.Item>
                  <Form.Item
                    name={[field.name, 'distinctPerson']}
                    valuePropName="checked"
                    style={{ marginBottom: 0 }}
                  >
                    <Checkbox>专人（不能再办其他步骤）</Checkbox>
                  </Form.Item>
                  <Button disabled={at === 0} onClick={() => move(at, at - 1)}>
                    上移
                  </Button>
                  <Button disabled={fields.length === 1} onClick={() => remove(field.name)}>
                    删除
                  </Button>
                </Flex>
              ))}
              <Flex gap={8} style={{ marginTop: 16 }}>
                <Button onClick={() => add({ action: 'publishing.review', distinctPerson: false })}>
                  增加步骤
                </Button>
                <Popconfirm
                  title="改变审核流程？正在审核和待发布的稿件会按新流程核对，缺少步骤的须补办。"
                  okText="保存"
                  cancelText="取消"
                  onConfirm={() => save.mutate()}
                >
                  <Button type="primary" loading={save.isPending}>
                    保存审核流程
                  </Button>
                </Popconfirm>
              </Flex>
            </>
          )}
        </Form.List>
      </Form>
    </Card>
  )
}
