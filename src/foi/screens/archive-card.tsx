import { useQuery } from '@tanstack/react-query'
import { Card, Table, Tag, Typography } from 'antd'
import { call, ProblemNotice, whenText } from '#admin'
import { isLetterKind, letterKindLabels } from '../documents/letter-kinds.ts'
import { fileKindLabels } from '../labels.ts'
import { caseFileRoleLabels } from '../release/role-labels.ts'

type Listed = {
  fileId: number
  what: string
  name: string
  sha256: string
  sizeBytes: number
  erased: boolean
}
type Archive = {
  id: number
  sha256: string
  madeAt: string
  manifest: {
    events: unknown[]
    consultations?: unknown[]
    remedies?: unknown[]
    reassessments?: unknown[]
    files: Listed[]
  }
}

/** The complete list of an archived case with its hash; the latest list is shown. Law: Order 711 art. 45. */
export function ArchiveCard({ id }: { id: number }) {
  const archives = useQuery({
    queryKey: ['request-archives', id],
    queryFn: () => call<{ items: Archive[] }>('GET', `/foi/requests/${id}/archives`),
  })
  const [latest, ...earlier] = archives.data?.items ?? []
  if (archives.isError) return <ProblemNotice error={archives.error} />
  if (!latest) return null
  const { events, consultations = [], remedies = [], reassessments = [], files } = latest.manifest
  return (
    <Card title="归档目录" style={{ marginBottom: 16 }}>
      <Typography.Paragraph>
        {whenText(latest.madeAt)} 归档：办理记录{events.length}条，征求意见{consultations.length}次，复议诉讼
        {remedies.length}件，定期评估{reassessments.length}次，文件{files.length}个
        {earlier.length > 0 ? `；此前还有${earlier.length}份目录` : ''}。
      </Typography.Paragraph>
      <Typography.Paragraph type="secondary" style={{ overflowWrap: 'anywhere' }}>
        目录的校验值：{latest.sha256}
      </Typography.Paragraph>
      <Table<Listed>
        rowKey="fileId"
        size="small"
        dataSource={files}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: '这件申请没有文件' }}
        columns={[
          { title: '材料', width: 200, render: (_, file) => whatText(file.what) },
          {
            title: '文件',
            render: (_, file) => (
              <>
                {file.name} {file.erased && <Tag>期满已删除</Tag>}
                <Typography.Text
                  type="secondary"
                  style={{ display: 'block', fontSize: 12, overflowWrap: 'anywhere' }}
                >
                  {file.sha256}
                </Typography.Text>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** A letter stands with its number after its kind. */
function whatText(what: string): string {
  const [kind = '', number = ''] = what.split(' ')
  if (isLetterKind(kind)) return `${letterKindLabels[kind]} ${number}`
  if (kind in fileKindLabels) return fileKindLabels[kind as keyof typeof fileKindLabels]
  return kind in caseFileRoleLabels ? caseFileRoleLabels[kind as keyof typeof caseFileRoleLabels] : kind
}
