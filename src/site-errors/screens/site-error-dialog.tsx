import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Descriptions, Form, Input, Modal, Radio, Select, Space } from 'antd'
import { call, ProblemNotice } from '#admin'
import { siteErrorKindLabels } from '../labels.ts'
import type { SiteErrorList, SiteErrorRow } from './site-errors.tsx'

type Original = { words: string; contact: string }

/** One report: read, pass on, answer. The original is shown on request only, and the read is logged. */
export function SiteErrorDialog({
  row,
  departments,
  onClose,
}: {
  row: SiteErrorRow
  departments: SiteErrorList['departments']
  onClose: () => void
}) {
  const queries = useQueryClient()
  const original = useMutation({ mutationFn: () => call<Original>('GET', `/site-errors/${row.id}/original`) })
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      call('POST', `/site-errors/${row.id}/${path}`, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['site-errors'] })
      onClose()
    },
  })
  return (
    <Modal open width={680} title="网站找错" footer={null} onCancel={onClose}>
      <ProblemNotice error={act.error ?? original.error} />
      <Descriptions column={1} size="small" bordered>
        <Descriptions.Item label="页面">
          <a href={row.page.startsWith('/') ? row.page : undefined} target="_blank" rel="noreferrer">
            {row.page}
          </a>
        </Descriptions.Item>
        <Descriptions.Item label="类型">{siteErrorKindLabels[row.kind]}</Descriptions.Item>
        <Descriptions.Item label="内容">{original.data?.words ?? row.words_public}</Descriptions.Item>
        <Descriptions.Item label="联系方式">
          {original.data ? (
            original.data.contact || '没有填写'
          ) : (
            <Button size="small" onClick={() => original.mutate()} loading={original.isPending}>
              查看原文和联系方式（有记录）
            </Button>
          )}
        </Descriptions.Item>
        {row.answer && <Descriptions.Item label="答复">{row.answer}</Descriptions.Item>}
      </Descriptions>
      {row.abilities.handle && (
        <>
          <Form
            layout="inline"
            style={{ marginTop: 16 }}
            onFinish={(body) => act.mutate({ path: 'forwarding', body })}
          >
            <Form.Item name="departmentId" label="转给" rules={[{ required: true, message: '请选择处室' }]}>
              <Select
                style={{ minWidth: 200 }}
                options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Button htmlType="submit" loading={act.isPending}>
              转办
            </Button>
          </Form>
          <Form
            layout="vertical"
            style={{ marginTop: 16 }}
            initialValues={{ founded: true }}
            onFinish={(body) => act.mutate({ path: 'answer', body })}
          >
            <Form.Item name="founded" label="核实结果">
              <Radio.Group
                options={[
                  { value: true, label: '确有错误，答复公开' },
                  { value: false, label: '没有错误，不公开' },
                ]}
              />
            </Form.Item>
            <Form.Item name="answer" label="答复" rules={[{ required: true, message: '请填写答复' }]}>
              <Input.TextArea rows={4} maxLength={5000} />
            </Form.Item>
            <Space>
              <Button type="primary" htmlType="submit" loading={act.isPending}>
                答复
              </Button>
            </Space>
          </Form>
        </>
      )}
    </Modal>
  )
}
