import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Upload } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call, PageTitle, ProblemNotice, upload } from '#admin'
import type { NoticeDraft, NoticePreview } from '#calendar/contract'
import { NoticeForm } from './notice-form.tsx'
import { type GivenNotice, inputOf, type NoticeBody } from './notice-input.ts'
import { PreviewCard } from './preview-card.tsx'

/** By form or by file, then a look at what changes, then the deed. */
export function LoadNotice() {
  const [form] = Form.useForm<GivenNotice>()
  const [bad, setBad] = useState<NoticeDraft['bad']>([])
  const [, go] = useLocation()
  const queries = useQueryClient()
  const { modal, message } = App.useApp()
  const read = useMutation({
    mutationFn: (file: File) => upload<NoticeDraft>('/calendar/notices/file', file),
    onSuccess: ({ bad: lines, year, ...draft }) => {
      setBad(lines)
      form.setFieldsValue({ ...draft, ...(year ? { year } : {}) })
    },
  })
  const preview = useMutation({
    mutationFn: (notice: NoticeBody) => call<NoticePreview>('POST', '/calendar/notices/preview', notice),
  })
  const load = useMutation({
    mutationFn: (notice: NoticeBody) =>
      call('POST', '/calendar/notices', { notice, stamp: preview.data?.stamp }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      void message.success('放假通知已载入，在办事项的期限已重新计算')
      go('/calendar')
    },
  })
  const confirm = () =>
    modal.confirm({
      title: '载入这份通知？',
      content: '所有在办事项的期限立即按新日历计算，并写入审计日志。载入后不能删除，只能再载入修改版。',
      okText: '确认载入',
      onOk: () =>
        preview.variables ? load.mutateAsync(preview.variables).catch(() => undefined) : undefined,
    })
  return (
    <>
      <PageTitle text="载入放假通知">
        <Upload
          accept=".json,.csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            preview.reset()
            read.mutate(file)
            return false
          }}
        >
          <Button loading={read.isPending}>从文件读取</Button>
        </Upload>
      </PageTitle>
      <ProblemNotice error={read.error ?? preview.error ?? load.error} />
      {bad.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`文件中有 ${bad.length} 行没有读入，其余各行已填入下表`}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {bad.map(({ line, reason }) => (
                <li key={`${line}-${reason}`}>
                  第 {line} 行：{reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <NoticeForm
        form={form}
        pending={preview.isPending}
        onChange={preview.reset}
        onFinish={(given) => preview.mutate(inputOf(given))}
      />
      {preview.data && <PreviewCard preview={preview.data} pending={load.isPending} onConfirm={confirm} />}
    </>
  )
}
