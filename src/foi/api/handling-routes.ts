import { z } from 'zod'
import { requireStaff, type Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { choosePublicLog } from '../choose-public-log.ts'
import { clockEvent } from '../clock/event.ts'
import { completeApplicant } from '../complete-applicant.ts'
import { confirmReceipt } from '../confirm-receipt.ts'
import { closeConsultation, recordConsultationDelivery, sendConsultation } from '../consultations/consult.ts'
import { overrideRefusal, recordOverrideNotice } from '../consultations/override-refusal.ts'
import {
  answerDecisionInput,
  answerInput,
  assignmentInput,
  completionInput,
  confirmationInput,
  consultationInput,
  costsInput,
  deliveryInput,
  duplicateInput,
  extensionProposal,
  feeNoticeInput,
  legalReviewInput,
  onInput,
  opinionInput,
  publicLogInput,
  reasonInput,
  reopeningInput,
  searchInput,
} from '../contract.ts'
import { decideAnswer } from '../decide-answer.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { draftAnswer } from '../draft-answer.ts'
import { archiveRequest, recordWithdrawal } from '../end-request.ts'
import { extend, proposeExtension, setLaterDate } from '../extend.ts'
import { recordCosts } from '../fee/record-costs.ts'
import { sendFeeNotice } from '../fee/send-fee-notice.ts'
import { assignRequest, claimRequest, giveBackRequest, recordSearch } from '../handle-request.ts'
import { linkDuplicate } from '../link-duplicate.ts'
import { recallAnswer } from '../recall-answer.ts'
import { recordClockEvent } from '../record-clock-event.ts'
import { reopenRequest } from '../reopen-request.ts'
import { rerouteRequest } from '../reroute.ts'
import { reviewLaw } from '../review-law.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const part = params.extend({ part: z.coerce.number().int().positive() })
const nothing = z.unknown()

/** One noun a move. */
export function handlingRoutes(app: App, platform: Platform, base: string) {
  const move = <Body extends z.ZodType>(
    noun: string,
    body: Body,
    run: (staff: Staff, id: number, body: z.output<Body>, part: number) => Promise<void>,
  ) =>
    app.post(
      `${base}/:id/${noun}`,
      { schema: { params: noun.includes(':part') ? part : params, body } },
      async (request, reply) => {
        const { id, part: at = 0 } = request.params as { id: number; part?: number }
        await run(requireStaff(request), id, request.body as z.output<Body>, at)
        return reply.code(204).send()
      },
    )
  move('receipt', confirmationInput, (staff, id, body) => confirmReceipt(platform, staff, id, body))
  move('assignment', assignmentInput, (staff, id, body) => assignRequest(platform, staff, id, body))
  move('claim', nothing, (staff, id) => claimRequest(platform, staff, id))
  move('return', reasonInput, (staff, id, { reason }) => giveBackRequest(platform, staff, id, reason))
  move('searches', searchInput, (staff, id, body) => recordSearch(platform, staff, id, body))
  // What has a record of its own (consultations, fee notices) has a noun of its own.
  move('clock-events', plainClockEvent, (staff, id, body) => {
    if (body.kind === 'extension') return extend(platform, staff, id, body)
    if (body.kind === 'volume_date_set') return setLaterDate(platform, staff, id, body)
    return recordClockEvent(platform, staff, id, body)
  })
  move('extension-proposals', extensionProposal, (staff, id, body) =>
    proposeExtension(platform, staff, id, body),
  )
  move('fee-notices', feeNoticeInput, (staff, id, body) => sendFeeNotice(platform, staff, id, body))
  move('costs', costsInput, (staff, id, body) => recordCosts(platform, staff, id, body))
  move('consultations', consultationInput, (staff, id, body) => sendConsultation(platform, staff, id, body))
  move('consultations/:part/delivery', onInput, (staff, id, { on }, at) =>
    recordConsultationDelivery(platform, staff, id, at, on),
  )
  move('consultations/:part/opinion', opinionInput, (staff, id, body, at) =>
    closeConsultation(platform, staff, id, at, body),
  )
  move('consultations/:part/silence', nothing, (staff, id, _, at) =>
    closeConsultation(platform, staff, id, at, {
      on: platform.clock.today(),
      opinion: 'silent',
      reasons: '',
    }),
  )
  move('consultations/:part/override', reasonInput, (staff, id, { reason }, at) =>
    overrideRefusal(platform, staff, id, at, reason),
  )
  move('consultations/:part/override-notice', onInput, (staff, id, { on }, at) =>
    recordOverrideNotice(platform, staff, id, at, on),
  )
  move('answers', answerInput, (staff, id, body) => draftAnswer(platform, staff, id, body))
  move('legal-reviews', legalReviewInput, (staff, id, body) => reviewLaw(platform, staff, id, body))
  move('decisions', answerDecisionInput, (staff, id, body) => decideAnswer(platform, staff, id, body))
  move('recall', reasonInput, (staff, id, { reason }) => recallAnswer(platform, staff, id, reason))
  move('delivery', deliveryInput, (staff, id, body) => deliverAnswer(platform, staff, id, body))
  move('reopening', reopeningInput, (staff, id, body) => reopenRequest(platform, staff, id, body))
  move('applicant', completionInput, (staff, id, body) => completeApplicant(platform, staff, id, body))
  move('public-log', publicLogInput, (staff, id, body) => choosePublicLog(platform, staff, id, body))
  move('duplicate', duplicateInput, (staff, id, body) => linkDuplicate(platform, staff, id, body))
  move('withdrawal', nothing, (staff, id) => recordWithdrawal(platform, staff, id))
  move('rerouting', nothing, (staff, id) => rerouteRequest(platform, staff, id))
  move('archiving', nothing, (staff, id) => archiveRequest(platform, staff, id))
}

const plainClockEvent = clockEvent.refine(
  ({ kind }) => !kind.startsWith('consultation_') && kind !== 'fee_notice' && kind !== 'reopened',
  'has a noun of its own',
)
