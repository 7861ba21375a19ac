import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { readAgency } from '#site'
import type { Answer } from './answer-store.ts'
import { outcomeInWords } from './labels.ts'
import { partsInWords } from './part-words.ts'
import { refuse } from './refusals.ts'
import { remediesText } from './remedies-text.ts'
import type { DisclosureRequest } from './request.ts'
import { unsealApplicant } from './sealed.ts'

/** The answer goes to the address under the seal, once, after the transaction commits. Throws: Refusal no_email. */
export async function mailAnswer(
  platform: Platform,
  tx: Tx,
  request: Pick<DisclosureRequest, 'id' | 'number' | 'rules'>,
  answer: Answer,
  on: Day,
): Promise<void> {
  const row = await tx
    .selectFrom('foi_requests')
    .select('applicant_sealed')
    .where('id', '=', request.id)
    .executeTakeFirst()
  const to = row?.applicant_sealed ? unsealApplicant(platform, row.applicant_sealed).email : ''
  if (!to) throw refuse('no_email', { by: '申请人没有留下电子邮箱。' })
  const text = [
    `政府信息公开申请 ${request.number}：${outcomeInWords(answer.outcome)}（${answer.legalBasis}）`,
    answer.body,
    ...partsInWords(answer.parts, request.rules ?? '711'),
    remediesText(answer.outcome, on, await readAgency(tx)),
  ]
  const subject = `关于政府信息公开申请 ${request.number} 的答复`
  await platform.mail.sendLater(
    tx,
    { to, subject, text: text.join('\n\n') },
    { key: `foi-answer-${request.id}-${answer.id}` },
  )
}
