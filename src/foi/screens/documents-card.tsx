import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Select, Switch, Table, Tag, Tooltip, Typography, Upload } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { call, ProblemNotice, upload, whenText } from '#admin'
import { isForApplicant, type LetterKind, letterKindLabels, letterKinds } from '../documents/letter-kinds.ts'
import { caseFileRoleLabels as roleLabels } from '../release/role-labels.ts'
import type { RequestView } from './request-view.ts'

type Letter = { id: number; kind: LetterKind; documentNumber: string; sizeBytes: number; madeAt: string }
const isInformation = ({ role, shownToApplicant }: CaseFile) =>
  role === 'record' || role === 'redacted' || shownToApplicant
type CaseFile = {
  id: number
  role: 'record' | 'redacted' | 'delivery_proof' | 'other'
  name: string
  mediaType: string
  redactedFromId: number | null
  reasons: string[]
  shownToApplicant: boolean
}
const mayCover = (mediaType: string) =>
  mediaType === 'application/pdf' || mediaType.startsWith('image/') || mediaType.startsWith('text/')
/** Letters to whom is consulted are made with the consultation (consultation-letter.tsx). */
const notices = letterKinds.filter((kind) => !kind.startsWith('answer_') && isForApplicant(kind))

/** What goes out: letters, and the information asked for: make, open, cover, release. What came in: files-card.tsx. Each opening is on the audit record. */
export function DocumentsCard({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const { id } = view.request
  const documents = useQuery({
    queryKey: ['request-documents', id],
    queryFn: () => call<{ letters: Letter[]; files: CaseFile[] }>('GET', `/foi/requests/${id}/documents`),
  })
  return (
    <Card title="文书和提供给申请人的信息" style={{ marginBottom: 16 }}>
      <ProblemNotice error={documents.error} />
      <Letters view={view} letters={documents.data?.letters ?? []} onMoved={onMoved} />
      <Files view={view} files={documents.data?.files ?? []} onMoved={onMoved} />
    </Card>
  )
}

function Letters({ view, letters, onMoved }: { view: RequestView; letters: Letter[]; onMoved: () => void }) {
  const { id } = view.request
  const [kind, setKind] = useState<string>('receipt')
  const make = useMutation({
    mutationFn: () => call('POST', `/foi/requests/${id}/letters`, { kind }),
    onSuccess: onMoved,
  })
  return (
    <>
      <ProblemNotice error={make.error} />
      {view.abilities.make_letter && (
        <Flex gap={8} wrap style={{ marginBottom: 12 }}>
          <Select
            aria-label="文书种类"
            value={kind}
            onChange={setKind}
            style={{ minWidth: 220 }}
            options={[
              ...notices.map((value) => ({ value, label: letterKindLabels[value] })),
              { value: 'answer', label: '答复文书（按批准的答复）' },
            ]}
          />
          <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
            制作文书
          </Button>
        </Flex>
      )}
      <Table<Letter>
        rowKey="id"
        size="small"
        dataSource={letters}
        pagination={false}
        scroll={{ x: 520 }}
        locale={{ emptyText: '还没有文书' }}
        style={{ marginBottom: 20 }}
        columns={[
          { title: '文书', render: (_, letter) => letterKindLabels[letter.kind] },
          { title: '文号', dataIndex: 'documentNumber' },
          { title: '制作时间', render: (_, letter) => whenText(letter.madeAt) },
          {
            title: '操作',
            width: 110,
            render: (_, letter) =>
              view.abilities.readApplicant && (
                <a href={`/api/staff/foi/requests/${id}/letters/${letter.id}`}>下载Word</a>
              ),
          },
        ]}
      />
    </>
  )
}

function Files({ view, files, onMoved }: { view: RequestView; files: CaseFile[]; onMoved: () => void }) {
  const { id } = view.request
  const keep = useMutation({
    mutationFn: ({ file, role }: { file: File; role: string }) =>
      upload(`/foi/requests/${id}/files`, file, { role }),
    onSuccess: onMoved,
  })
  const release = useMutation({
    mutationFn: ({ file, shown }: { file: number; shown: boolean }) =>
      call('PUT', `/foi/requests/${id}/files/${file}/release`, { shown }),
    onSuccess: onMoved,
  })
  const [role, setRole] = useState('record')
  const may = view.abilities.keep_file
  return (
    <>
      <Typography.Title level={3} style={{ fontSize: 15 }}>
        申请所要的信息
      </Typography.Title>
      <Typography.Paragraph type="secondary">
        上传原件（PDF、图片、纯文本可以直接遮盖，Word、Excel先另存为PDF），遮盖不予公开的部分，再决定是否提供；选定的材料随答复一起审批，提交审批后不能改动。申请人的来件和送达凭证放在“收到的材料和送达凭证”。
      </Typography.Paragraph>
      <ProblemNotice error={keep.error ?? release.error} />
      {may && (
        <Flex gap={8} wrap style={{ marginBottom: 12 }}>
          <Select
            aria-label="信息的用途"
            value={role}
            onChange={setRole}
            style={{ minWidth: 220 }}
            options={(['record', 'other'] as const).map((value) => ({
              value,
              label: roleLabels[value],
            }))}
          />
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              keep.mutate({ file, role })
              return false
            }}
          >
            <Button loading={keep.isPending}>上传信息</Button>
          </Upload>
        </Flex>
      )}
      <Table<CaseFile>
        rowKey="id"
        size="small"
        dataSource={files}
        pagination={false}
        scroll={{ x: 620 }}
        locale={{ emptyText: '还没有上传申请所要的信息' }}
        columns={[
          {
            title: '信息',
            render: (_, file) => (
              <>
                {view.abilities.readApplicant || (view.abilities.readInformation && isInformation(file)) ? (
                  <a
                    href={`/api/staff/foi/requests/${id}/files/${file.id}`}
                    style={{ textDecoration: 'underline' }}
                  >
                    {file.name}
                  </a>
                ) : (
                  file.name
                )}{' '}
                <Tag>{roleLabels[file.role]}</Tag>
                {file.redactedFromId !== null && (
                  <Typography.Text type="secondary">
                    由“{files.find(({ id: source }) => source === file.redactedFromId)?.name}”遮盖。
                  </Typography.Text>
                )}
                {file.reasons.length > 0 && (
                  <Typography.Text type="secondary">遮盖理由：{file.reasons.join('；')}</Typography.Text>
                )}
              </>
            ),
          },
          {
            title: '提供给申请人',
            width: 130,
            render: (_, file) => (
              <Switch
                aria-label={`把${file.name}提供给申请人`}
                checked={file.shownToApplicant}
                disabled={!view.abilities.release_file || file.role === 'delivery_proof'}
                checkedChildren="提供"
                unCheckedChildren="不提供"
                onChange={(shown) => release.mutate({ file: file.id, shown })}
              />
            ),
          },
          {
            title: '操作',
            width: 90,
            render: (_, file) =>
              may &&
              file.role === 'record' &&
              (mayCover(file.mediaType) ? (
                <Link href={`/requests/${id}/files/${file.id}/redaction`}>遮盖</Link>
              ) : (
                <Tooltip title="Word、Excel等文件不能直接遮盖：请在办公软件中另存为PDF，上传PDF后再遮盖。">
                  <Typography.Text type="secondary" tabIndex={0}>
                    先转PDF
                  </Typography.Text>
                </Tooltip>
              )),
          },
        ]}
      />
    </>
  )
}
