import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Descriptions, Skeleton, Timeline, Typography } from 'antd'
import { useParams } from 'wouter'
import { call, PageTitle, ProblemNotice } from '#admin'
import {
  arrivalLabels,
  channelLabels,
  deliveryLabels,
  eventLabels,
  formLabels,
  lackLabels,
  requestStatusLabels,
} from '../labels.ts'
import { AnswerCard } from './answer-card.tsx'
import { ApplicantData } from './applicant-data.tsx'
import { ArchiveCard } from './archive-card.tsx'
import { AssignCase } from './assign-case.tsx'
import { CaseMoves } from './case-moves.tsx'
import { ClockCard } from './clock-card.tsx'
import { ConsultationsCard } from './consultations-card.tsx'
import { PeriodInDays } from './day-by-day.tsx'
import { DocumentsCard } from './documents-card.tsx'
import { DraftAnswer } from './draft-answer.tsx'
import { Duplicates } from './duplicates.tsx'
import { eventWords } from './event-words.ts'
import { FeeCard } from './fee-card.tsx'
import { FilesCard } from './files-card.tsx'
import { PublicLogCard } from './public-log-card.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { RemediesCard } from './remedies-card.tsx'
import type { RequestView } from './request-view.ts'
import { LacksTag, UrgencyTag } from './urgency-tag.tsx'

/** One case: facts, clock, answer, log, and what this person may do next. */
export function RequestPage() {
  const { id } = useParams<{ id: string }>()
  const queries = useQueryClient()
  const view = useQuery({
    queryKey: ['request', id],
    queryFn: () => call<RequestView>('GET', `/foi/requests/${id}`),
  })
  if (view.isPending) return <Skeleton active />
  if (view.isError) return <ProblemNotice error={view.error} />
  const again = () => void queries.invalidateQueries()
  const { request, events } = view.data
  return (
    <>
      <PageTitle text={`申请 ${request.number}`}>
        <DraftAnswer view={view.data} onMoved={again} />
        <AssignCase view={view.data} onMoved={again} />
        <CaseMoves view={view.data} onMoved={again} />
        {view.data.abilities.publish_released && <PublishDialog id={request.id} onMoved={again} />}
      </PageTitle>
      <Duplicates view={view.data} onMoved={again} />
      <LacksNotice view={view.data} />
      <Card style={{ marginBottom: 16 }}>
        <Descriptions
          column={{ xs: 1, md: 3 }}
          items={[
            { key: 'status', label: '状态', children: requestStatusLabels[request.status] },
            { key: 'channel', label: '途径', children: channelLabels[request.channel] },
            {
              key: 'arrival',
              label: '到达',
              children: `${request.arrivedOn}　${arrivalLabels[request.arrival]}${request.oral ? '（口头申请，代为填写）' : ''}`,
            },
            { key: 'received', label: '收到', children: received(view.data) },
            {
              key: 'applicant',
              label: '申请人',
              children: (
                <span>
                  {request.applicantMasked || '—'} <LacksTag lacks={request.lacks} />
                </span>
              ),
            },
            { key: 'handler', label: '承办', children: handling(view.data) },
            { key: 'form', label: '形式', children: formLabels[request.formWanted] },
            { key: 'delivery', label: '获取方式', children: deliveryLabels[request.delivery] },
            ...(request.documentNumber
              ? [{ key: 'number', label: '文号', children: request.documentNumber }]
              : []),
            ...(request.helpWanted
              ? [{ key: 'help', label: '提示', children: '申请人需要阅读或者视听方面的帮助（第四十三条）' }]
              : []),
          ]}
        />
        <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: '12px 0 0' }}>
          {request.descriptionMasked}
        </Typography.Paragraph>
        <ApplicantData view={view.data} onMoved={again} />
      </Card>
      {view.data.periods.confirm && (
        <Card title="确认收到" style={{ marginBottom: 16 }}>
          <PeriodInDays title="与申请人确认最迟" period={view.data.periods.confirm} />
        </Card>
      )}
      <ClockCard view={view.data} />
      <ConsultationsCard view={view.data} onMoved={again} />
      <FeeCard view={view.data} onMoved={again} />
      <AnswerCard view={view.data} onMoved={again} />
      <DocumentsCard view={view.data} onMoved={again} />
      <FilesCard view={view.data} onMoved={again} />
      <RemediesCard view={view.data} onMoved={again} />
      <PublicLogCard view={view.data} onMoved={again} />
      <ArchiveCard id={request.id} />
      <Card title="办理记录">
        <Timeline
          items={events.map((event) => ({
            key: event.id,
            content: (
              <>
                {event.on}　{eventLabels[event.kind] ?? event.kind}
                <Typography.Text type="secondary" style={{ marginInlineStart: 12 }}>
                  {event.staffName ?? (event.kind === 'submitted' ? '申请人' : '')}
                </Typography.Text>
                {eventWords(event.detail).map((text) => (
                  <div key={text}>{text}</div>
                ))}
              </>
            ),
          }))}
        />
      </Card>
    </>
  )
}

/** Law: Order 711 art. 31 (3). */
function received({ request, confirmBy, urgency }: RequestView) {
  if (request.receivedOn) return request.receivedOn
  return (
    <span>
      待与申请人确认，应于 {confirmBy} 确认 <UrgencyTag urgency={urgency} />
    </span>
  )
}

/** What the paper lacked is asked for once, in time; meanwhile the case is registered. Law: Order 711 art. 30. */
function LacksNotice({ view: { request, correctBy, due } }: { view: RequestView }) {
  if (request.lacks.length === 0 || request.answeredOn) return null
  const lacking = request.lacks.map((lack) => lackLabels[lack]).join('、')
  const asked = due?.steps.some((step) => step.kind === 'waiting' && step.waitsFor === 'correction')
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={`申请缺少${lacking}，需要补正`}
      description={
        asked
          ? '已经告知补正；申请人补齐后，请登记收到补正，并补录申请人信息。'
          : `请一次性告知申请人补正${correctBy ? `，最迟 ${correctBy}` : ''}（第三十条）。`
      }
    />
  )
}

function handling({ handlerName, departmentName, request }: RequestView): string {
  const who = [departmentName, handlerName].filter(Boolean).join(' ') || '待交办'
  return request.internalDueOn ? `${who}，内部期限 ${request.internalDueOn}` : who
}
