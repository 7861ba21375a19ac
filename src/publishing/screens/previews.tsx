import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Flex, Popconfirm, Select, Table, Typography } from 'antd'
import { useState } from 'react'
import { call, ProblemNotice, whenText } from '#admin'

type Row = {
  id: number
  created_at: string
  expires_at: string
  revoked_at: string | null
  by: string
  active: boolean
}

const lengths = [1, 3, 7, 30].map((value) => ({ value, label: `${value} 天` }))
const stateOf = (row: Row) =>
  row.revoked_at ? `已于 ${whenText(row.revoked_at)} 停用` : row.active ? '有效' : '已过期'

/** Links for people without an account; the address is shown once, when it is made. */
export function Previews({ articleId }: { articleId: number }) {
  const queries = useQueryClient()
  const [days, setDays] = useState(7)
  const url = `/articles/${articleId}/previews`
  const key = ['previews', articleId]
  const again = () => queries.invalidateQueries({ queryKey: key })
  const list = useQuery({
    queryKey: key,
    queryFn: async () => (await call<{ items: Row[] }>('GET', url)).items,
  })
  const make = useMutation({
    mutationFn: () => call<{ path: string }>('POST', url, { days }),
    onSuccess: again,
  })
  const revoke = useMutation({ mutationFn: (id: number) => call('DELETE', `${url}/${id}`), onSuccess: again })
  const address = make.data && `${location.origin}${make.data.path}`
  return (
    <>
      <p>
        预览页面与公开后的页面一致，不需要账号，不会被搜索引擎收录。拿到链接的人都能看到，请只发给需要核对的人。
      </p>
      <ProblemNotice error={make.error ?? revoke.error ?? list.error} />
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Select aria-label="有效期" value={days} options={lengths} onChange={setDays} style={{ width: 96 }} />
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
          生成预览链接
        </Button>
      </Flex>
      {address && (
        <Alert
          type="success"
          showIcon
          style={{ marginBottom: 16 }}
          title="链接只显示这一次，请现在复制："
          description={
            <Typography.Link
              href={address}
              target="_blank"
              copyable={{ text: address, tooltips: ['复制', '已复制'] }}
            >
              {address}
            </Typography.Link>
          }
        />
      )}
      <Table<Row>
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: '还没有预览链接' }}
        columns={[
          { title: '生成人', dataIndex: 'by' },
          { title: '生成时间', dataIndex: 'created_at', render: whenText },
          { title: '有效至', dataIndex: 'expires_at', render: whenText },
          { title: '状态', render: (_, row) => stateOf(row) },
          {
            title: '操作',
            render: (_, row) =>
              row.active && (
                <Popconfirm
                  title="停用后链接立即失效。"
                  okText="停用"
                  cancelText="取消"
                  onConfirm={() => revoke.mutate(row.id)}
                >
                  <Button size="small" danger>
                    停用
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
    </>
  )
}
