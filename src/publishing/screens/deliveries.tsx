import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm, Select, Table } from 'antd'
import { call, ProblemNotice } from '#admin'
import { otherChannels } from '#publishing/contract'
import { channelLabels } from '../labels.ts'
import type { ArticleView } from './article-view.ts'
import { optionsOf, required } from './form-pieces.ts'

type Row = {
  channel: keyof typeof channelLabels
  delivered_on: string
  external_url: string | null
  by: string | null
}

/** Where the item went out besides the website; the year's report counts each channel. */
export function Deliveries({ view: { article, abilities } }: { view: ArticleView }) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const url = `/articles/${article.id}/deliveries`
  const key = ['deliveries', article.id]
  const again = () => queries.invalidateQueries({ queryKey: key })
  const list = useQuery({
    queryKey: key,
    queryFn: async () => (await call<{ items: Row[] }>('GET', url)).items,
  })
  const save = useMutation({
    mutationFn: (given: { externalUrl?: string }) =>
      call('PUT', url, { ...given, externalUrl: given.externalUrl || null }),
    onSuccess: () => {
      form.resetFields()
      return again()
    },
  })
  const remove = useMutation({
    mutationFn: (channel: string) => call('DELETE', `${url}/${channel}`),
    onSuccess: again,
  })
  return (
    <>
      <ProblemNotice error={save.error ?? remove.error ?? list.error} />
      {abilities.deliver && (
        <Form
          form={form}
          layout="inline"
          style={{ rowGap: 12, marginBottom: 16 }}
          onFinish={(given) => save.mutate(given)}
        >
          <Form.Item name="channel" label="渠道" rules={required('请选择渠道')}>
            <Select options={optionsOf(otherChannels, channelLabels)} style={{ width: 128 }} />
          </Form.Item>
          <Form.Item name="deliveredOn" label="发布日期" rules={required('请填写日期')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="externalUrl" label="网址" rules={[{ type: 'url', message: '请填写完整网址' }]}>
            <Input placeholder="https://" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            登记
          </Button>
        </Form>
      )}
      <Table<Row>
        rowKey="channel"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        scroll={{ x: 560 }}
        columns={[
          {
            title: '渠道',
            dataIndex: 'channel',
            render: (channel: Row['channel']) => channelLabels[channel],
          },
          { title: '日期', dataIndex: 'delivered_on' },
          {
            title: '网址',
            dataIndex: 'external_url',
            render: (address: string | null) =>
              address && (
                <a href={address} target="_blank" rel="noreferrer">
                  {address}
                </a>
              ),
          },
          { title: '登记人', dataIndex: 'by', render: (by: string | null) => by ?? '系统' },
          {
            title: '操作',
            render: (_, row) =>
              abilities.deliver &&
              row.channel !== 'website' && (
                <Popconfirm
                  title="删除这条登记？统计数字随之改变。"
                  okText="删除"
                  cancelText="取消"
                  onConfirm={() => remove.mutate(row.channel)}
                >
                  <Button size="small" danger>
                    删除
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
    </>
  )
}
