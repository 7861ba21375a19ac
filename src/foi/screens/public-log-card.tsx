import { useMutation } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import type { RequestView } from './request-view.ts'

type Written = { words?: string; answer?: string }

/** The agency's choice, case by case; personal data in the words is refused. Law: Order 711 art. 15, art. 44. */
export function PublicLogCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const { request, abilities } = view
  const choose = useMutation({
    mutationFn: (body: Written & { shown: boolean }) =>
      call('POST', `/foi/requests/${request.id}/public-log`, body),
    onSuccess: onMoved,
  })
  if (!abilities.choose_public_log) return null
  return (
    <Card title="公开的答复目录" style={{ marginBottom: 16 }}>
      <ProblemNotice error={choose.error} />
      <Typography.Paragraph type="secondary">
        {request.inPublicLog ? '已列入目录。' : '未列入目录。'}不写标题的，用遮盖后的申请内容。
      </Typography.Paragraph>
      <Form<Written>
        name="publicLog"
        layout="vertical"
        onFinish={(values) => choose.mutate({ words: '', answer: '', ...values, shown: true })}
      >
        <Form.Item name="words" label="公开的标题">
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="answer" label="答复摘要">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        <Flex gap={8}>
          <Button htmlType="submit" loading={choose.isPending}>
            {request.inPublicLog ? '更新目录' : '列入目录'}
          </Button>
          {request.inPublicLog && (
            <Button loading={choose.isPending} onClick={() => choose.mutate({ shown: false })}>
              移出目录
            </Button>
          )}
        </Flex>
      </Form>
    </Card>
  )
}
