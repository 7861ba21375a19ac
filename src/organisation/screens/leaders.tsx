import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tag, Upload } from 'antd'
import { useState } from 'react'
import { call, PageTitle, ProblemNotice, ShortTable, upload } from '#admin'
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
      <ShortTable<LeaderRow>
        rowKey="id"
        name="领导信息"
        loading={list.isPending}
        rows={list.data ?? []}
        empty="还没有登记领导信息，点“新增领导”开始。"
        columns={[
          { title: '顺序', width: 90, text: (row) => row.position },
          { title: '姓名', width: 140, text: (row) => row.name },
          { title: '职务', text: (row) => row.post },
          {
            title: '照片',
            width: 160,
            text: (row) => (row.portrait_file_id ? '有' : '没有'),
            render: (row) => (
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
          {
            title: '公开',
            width: 100,
            text: (row) => (row.shown ? '公开' : '不公开'),
            render: (row) => (row.shown ? '公开' : <Tag>不公开</Tag>),
          },
          {
            title: '操作',
            width: 90,
            render: (row) => (
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
