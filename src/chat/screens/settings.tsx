import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { ChatSettings } from '#chat/contract'

type View = ChatSettings & { mailboxes: { key: string; name: string }[] }

/** When there is service and where talks go that become letters. */
export function Settings() {
  const queries = useQueryClient()
  const view = useQuery({ queryKey: ['chat-settings'], queryFn: () => call<View>('GET', '/chat/settings') })
  const save = useMutation({
    mutationFn: (given: ChatSettings) =>
      call('PUT', '/chat/settings', { ...given, mailbox: given.mailbox ?? null }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['chat-settings'] }),
  })
  return (
    <>
      <PageTitle text="在线交流设置" />
      <ProblemNotice error={save.error ?? view.error} />
      {save.isSuccess && <Alert type="success" showIcon title="已保存。" style={{ marginBottom: 16 }} />}
      {view.data ? (
        <Card style={{ maxWidth: 640 }}>
          <Form
            layout="vertical"
            initialValues={view.data}
            onFinish={(given: ChatSettings) => save.mutate(given)}
          >
            <Form.Item name="inUse" label="开通在线交流" valuePropName="checked">
              <Switch />
            </Form.Item>
            <Hours />
            <Form.Item name="idleAfter" label="多少分钟没有消息就结束会话">
              <InputNumber min={5} max={240} />
            </Form.Item>
            <Form.Item name="mailbox" label="市民要求转为来信时，转到哪个信箱">
              <Select
                allowClear
                placeholder="第一个使用中的信箱"
                options={view.data.mailboxes.map(({ key, name }) => ({ value: key, label: name }))}
              />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存
            </Button>
          </Form>
        </Card>
      ) : (
        <Skeleton active />
      )}
    </>
  )
}

/** On working days; at most three periods. */
function Hours() {
  return (
    <Form.Item label="工作日的服务时间">
      <Form.List name="hours">
        {(rows, { add, remove }) => (
          <Flex vertical gap={8}>
            {rows.map(({ key, name }) => (
              <Flex key={key} gap={8} align="center" wrap>
                <Form.Item name={[name, 'from']} noStyle>
                  <Input type="time" style={{ width: 130 }} aria-label={`第${name + 1}段开始`} />
                </Form.Item>
                至
                <Form.Item name={[name, 'until']} noStyle>
                  <Input type="time" style={{ width: 130 }} aria-label={`第${name + 1}段结束`} />
                </Form.Item>
                <Button
                  disabled={rows.length === 1}
                  onClick={() => remove(name)}
                  aria-label={`删除第${name + 1}段`}
                >
                  删除
                </Button>
              </Flex>
            ))}
            <Button
              disabled={rows.length === 3}
              onClick={() => add({ from: '13:30', until: '17:00' })}
              style={{ width: 130 }}
            >
              增加一段
            </Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  )
}
