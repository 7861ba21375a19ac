import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Table, Tag, Upload } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, upload } from '#admin'
import { LeaderDialog, type LeaderRow } from './leader-dialog.tsx'

/** Leaders as the public sees them: who, what post, in which order, with a portrait. */
export function Leaders() {
  const queries = useQueryClient()
  const [edited, setEdited] = useState<Partial<LeaderRow>>()
  const list = useQuery({
    queryKey: ['leaders'],
    queryFn: async () => (await call<{ items: LeaderRow[] }>('GET', '/leaders')).items,
  })
  const portrait = useMutation({
    mutationFn: ({ id, file }: { id: number; file: File }) => upload(`/leaders/${id}/portrait`, file),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['leaders'] }),
  })
  return (
    <>
      <PageTitle text="领导信息">
        <Button type="primary" onClick={() => setEdited({})}>
          新增领导
        </Button>
      </PageTitle>
      <ProblemNotice error={list.error ?? portrait.error} />
      <Table<LeaderRow>
        rowKey="id"
        loading={list.isPending}
        dataSource={list.data ?? []}
        pagination={false}
        scroll={{ x: 760 }}
        locale={{ emptyText: '还没有登记领导信息，点“新增领导”开始。' }}
        columns={[
          { title: '顺序', dataIndex: 'position', width: 70 },
          { title: '姓名', dataIndex: 'name', width: 140 },
          { title: '职务', dataIndex: 'post' },
          {
            title: '照片',
            width: 160,
            render: (_, row) => (
              <Upload
                accept="image/png,image/jpeg,image/webp"
                showUploadList={false}
                beforeUpload={(file) => {
                  portrait.mutate({ id: row.id, file })
                  return false
                }}
              >
                <Button size="small" loading={portrait.isPending}>
                  {row.portrait_file_id ? '更换照片' : '上传照片'}
                </Button>
              </Upload>
            ),
          },
          { title: '公开', width: 90, render: (_, row) => (row.shown ? '公开' : <Tag>不公开</Tag>) },
          {
            title: '操作',
            width: 90,
            render: (_, row) => (
              <Button type="link" onClick={() => setEdited(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {edited && <LeaderDialog row={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}
