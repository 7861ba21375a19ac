import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Popconfirm, Table, Tag, Upload } from 'antd'
import { call, PageTitle, ProblemNotice, upload, useMe, whenText } from '#admin'
import { type LetterKind, letterKindLabels } from '../documents/letter-kinds.ts'

type Template = { kind: LetterKind; uploadedAt: string | null }
type Answer = { items: Template[]; fields: Record<string, string> }

/** Word templates of letters: download, edit in Word, upload. The fields in braces are listed beside. */
export function LetterTemplates() {
  const queries = useQueryClient()
  const me = useMe()
  const list = useQuery({
    queryKey: ['letter-templates'],
    queryFn: () => call<Answer>('GET', '/foi/letter-templates'),
  })
  const again = () => void queries.invalidateQueries({ queryKey: ['letter-templates'] })
  const replace = useMutation({
    mutationFn: ({ kind, file }: { kind: LetterKind; file: File }) =>
      upload(`/foi/letter-templates/${kind}`, file, {}, 'PUT'),
    onSuccess: again,
  })
  const drop = useMutation({
    mutationFn: (kind: LetterKind) => call('DELETE', `/foi/letter-templates/${kind}`),
    onSuccess: again,
  })
  const may = me.data?.can.includes('foi.approve')
  return (
    <>
      <PageTitle text="文书模板" />
      <ProblemNotice error={list.error ?? replace.error ?? drop.error} />
      <Table<Template>
        rowKey="kind"
        loading={list.isPending}
        dataSource={list.data?.items ?? []}
        pagination={false}
        scroll={{ x: 620 }}
        style={{ marginBottom: 16 }}
        columns={[
          { title: '文书', render: (_, { kind }) => letterKindLabels[kind] },
          {
            title: '现行模板',
            render: (_, { uploadedAt }) =>
              uploadedAt ? `本单位 ${whenText(uploadedAt)}上传` : <Tag>系统自带</Tag>,
          },
          {
            title: '操作',
            render: (_, { kind, uploadedAt }) => (
              <Flex gap={12} wrap align="center">
                <a href={`/api/staff/foi/letter-templates/${kind}`}>下载</a>
                {may && (
                  <Upload
                    accept=".docx"
                    showUploadList={false}
                    beforeUpload={(file) => {
                      replace.mutate({ kind, file })
                      return false
                    }}
                  >
                    <Button size="small">上传修改后的模板</Button>
                  </Upload>
                )}
                {may && uploadedAt && (
                  <Popconfirm
                    title="恢复系统自带的模板？"
                    okText="恢复"
                    cancelText="取消"
                    onConfirm={() => drop.mutate(kind)}
                  >
                    <Button size="small">恢复自带</Button>
                  </Popconfirm>
                )}
              </Flex>
            ),
          },
        ]}
      />
      <Card title="模板中可以使用的字段" size="small">
        <Flex gap={8} wrap>
          {Object.entries(list.data?.fields ?? {}).map(([field, meaning]) => (
            <Tag key={field}>{`{${field}} ${meaning}`}</Tag>
          ))}
        </Flex>
      </Card>
    </>
  )
}
