import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, ProblemNotice } from '#admin'
import { type LetterKind, letterKindLabels } from '../documents/letter-kinds.ts'
import type { ConsultationView } from './request-view.ts'

/** The Word letter of one consultation; it then stands among the case's documents. Law: Order 711 art. 32, art. 34. */
export function ConsultationLetter(given: {
  id: number
  consultation: ConsultationView
  onMoved: () => void
}) {
  const { id, consultation, onMoved } = given
  const make = useMutation({
    mutationFn: (kind: LetterKind) =>
      call('POST', `/foi/requests/${id}/letters`, { kind, consultationId: consultation.id }),
    onSuccess: onMoved,
  })
  const asks = consultation.kind === 'third_party' ? 'third_party_consultation' : 'other_agency_consultation'
  const kinds: LetterKind[] = consultation.overrideReason ? [asks, 'third_party_decision'] : [asks]
  return (
    <>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          loading={make.isPending && make.variables === kind}
          onClick={() => make.mutate(kind)}
        >
          制作{letterKindLabels[kind]}
        </Button>
      ))}
      <ProblemNotice error={make.error} />
    </>
  )
}
