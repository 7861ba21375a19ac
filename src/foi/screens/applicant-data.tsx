import { useMutation } from '@tanstack/react-query'
import { Button, Descriptions, Flex, Typography } from 'antd'
import { call, ProblemNotice } from '#admin'
import { eventLabels, helpLabels, identityKindLabels } from '../labels.ts'
import { ExportPerson } from './export-person.tsx'
import { IssueCode } from './issue-code.tsx'
import type { RequestView } from './request-view.ts'

type Opened = {
  applicant: {
    name: string
    identityKind: keyof typeof identityKindLabels
    identityNumber: string
    telephone: string
    email: string
    address: string
    fax?: string
    contactName?: string
    representative?: string
    help?: keyof typeof helpLabels
  } | null
  description: string | null
  written: { kind: string; on: string; words: string }[]
}

/** The person behind the case: what is opened on purpose, taken out on their request, handed to them again. Each is on the audit record. */
export function ApplicantData({ view, onMoved }: { view: RequestView; onMoved: () => void }) {
  const { id, number } = view.request
  const read = useMutation({ mutationFn: () => call<Opened>('POST', `/foi/requests/${id}/unsealing`) })
  if (!view.abilities.readApplicant) return null
  return (
    <>
      <ProblemNotice error={read.error} />
      {read.data && <Sealed {...read.data} />}
      <Flex gap={8} wrap style={{ marginTop: 12 }}>
        {!read.data && (
          <Button loading={read.isPending} onClick={() => read.mutate()}>
            查看申请人信息（将留下审计记录）
          </Button>
        )}
        <ExportPerson id={id} number={number} />
        <IssueCode view={view} onMoved={onMoved} />
      </Flex>
    </>
  )
}

function Sealed({ applicant, description, written }: Opened) {
  const { identityKind, identityNumber = '', help } = applicant ?? {}
  const facts: [string, string | undefined][] = [
    ['姓名或者名称', applicant?.name],
    ['证件', identityKind && `${identityKindLabels[identityKind]} ${identityNumber}`],
    ['电话', applicant?.telephone],
    ['邮箱', applicant?.email],
    ['地址', applicant?.address],
    ['传真', applicant?.fax],
    ['负责人', applicant?.representative],
    ['联系人', applicant?.contactName],
    ['需要的帮助', help && helpLabels[help]],
  ]
  const words: [string, string][] = [
    ['申请原文', description ?? '—'],
    ...written.map(({ kind, on, words }): [string, string] => [
      `${writtenLabels[kind] ?? eventLabels[kind]}（${on}）`,
      words,
    ]),
  ]
  return (
    <>
      <Descriptions
        style={{ marginTop: 12 }}
        column={{ xs: 1, md: 2 }}
        items={facts.map(([label, text]) => ({ key: label, label, children: text || '—' }))}
      />
      {words.map(([label, text]) => (
        <div key={`${label}${text}`} style={{ marginTop: 8 }}>
          <Typography.Text type="secondary">{label}</Typography.Text>
          <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>{text}</Typography.Paragraph>
        </div>
      ))}
    </>
  )
}

const writtenLabels: Record<string, string> = {
  correction_received: '补正原文',
  payment_claimed: '缴费说明',
  received: '确认记录原文',
  answered: '送达凭证原文',
}
