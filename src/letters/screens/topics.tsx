import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, InputNumber, Modal, Switch, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice } from '#admin'
import type { TopicView } from './letter-view.ts'
import { useTopics } from './queries.ts'

type Node = TopicView & { children?: Node[] }
type Editing = { topic?: TopicView; parentId: number | null }

/** The agency's own taxonomy: three levels, each with a deadline of its own where it has one. */
export function Topics() {
  const topics = useTopics()
  const queries = useQueryClient()
  const [editing, setEditing] = useState<Editing>()
  const done = () => {
    setEditing(undefined)
    return queries.invalidateQueries({ queryKey: ['letters', 'topics'] })
  }
  const save = useMutation({
    mutationFn: (values: object) =>
      editing?.topic
        ? call('PUT', `/letters/topics/${editing.topic.id}`, values)
        : call('POST', '/letters/topics', { ...values, parentId: editing?.parentId ?? null }),
    onSuccess: done,
  })
  const load = useMutation({
    mutationFn: async (file: File) =>
      call<{ added: number }>('POST', '/letters/topics/import', { csv: await file.text() }),
    onSuccess: done,
  })
  const open = (next: Editing) => {
    save.reset()
    setEditing(next)
  }
  return (
    <>
      <PageTitle text="来信主题">
        <Upload
          accept=".csv"
          showUploadList={false}
          beforeUpload={(file) => {
            load.mutate(file)
            return false
          }}
        >
          <Button loading={load.isPending}>从CSV导入</Button>
        </Upload>
        <Button type="primary" onClick={() => open({ parentId: null })}>
          添加一级主题
        </Button>
      </PageTitle>
      <ProblemNotice error={topics.error ?? load.error} />
      {load.data && (
        <Card style={{ marginBottom: 16 }}>导入完成，新增{load.data.added}个主题；已有的没有改动。</Card>
      )}
      <Table<Node>
        rowKey="id"
        loading={topics.isPending}
        dataSource={treeOf(topics.data?.items ?? [])}
        pagination={false}
        scroll={{ x: 640 }}
        locale={{ emptyText: '还没有主题，可以逐个添加，或者导入含有 level1、level2、level3 三列的CSV文件' }}
        columns={[
          {
            title: '主题',
            render: (_, topic) => (
              <>
                {topic.name} {!topic.inUse && <Tag>已停用</Tag>}
              </>
            ),
          },
          {
            title: '答复期限',
            width: 160,
            render: (_, topic) => (topic.answerWithin ? `${topic.answerWithin}个工作日` : '随上级或者信箱'),
          },
          {
            title: '操作',
            width: 200,
            render: (_, topic) => (
              <Flex gap={8}>
                <Button
                  size="small"
                  aria-label={`修改${topic.name}`}
                  onClick={() => open({ topic, parentId: topic.parentId })}
                >
                  修改
                </Button>
                {topic.level < 3 && (
                  <Button
                    size="small"
                    aria-label={`在${topic.name}下添加`}
                    onClick={() => open({ parentId: topic.id })}
                  >
                    添加下级
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      {editing && (
        <TopicDialog
          editing={editing}
          error={save.error}
          busy={save.isPending}
          onClose={() => setEditing(undefined)}
          onSave={(values) => save.mutate(values)}
        />
      )}
    </>
  )
}

function treeOf(topics: readonly TopicView[], parentId: number | null = null): Node[] {
  return topics
    .filter((topic) => topic.parentId === parentId)
    .map((topic) => {
      const children = treeOf(topics, topic.id)
      return children.length ? { ...topic, children } : { ...topic }
    })
}

function TopicDialog(given: {
  editing: Editing
  error: unknown
  busy: boolean
  onClose: () => void
  onSave: (values: object) => void
}) {
  const { editing, error, busy, onClose, onSave } = given
  const [form] = Form.useForm()
  const { topic } = editing
  const save = async () => {
    const { name, answerWithin, inUse } = await form.validateFields()
    onSave({ name, answerWithin: answerWithin ?? null, inUse })
  }
  return (
    <Modal
      open
      title={topic ? '修改主题' : '添加主题'}
      okText="保存"
      onOk={save}
      onCancel={onClose}
      confirmLoading={busy}
    >
      <ProblemNotice error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: topic?.name, answerWithin: topic?.answerWithin, inUse: topic?.inUse ?? true }}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item
          name="answerWithin"
          label="答复期限（工作日）"
          extra="不填时随上级主题；上级也没有的，随信箱。"
        >
          <InputNumber min={1} max={60} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="inUse" label="使用" valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}
