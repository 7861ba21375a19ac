import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { findPersonalData, type Known, maskKnown } from '#privacy'
import type { PublicLogInput } from './contract.ts'
import { knownOfCase } from './known-of-case.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { unsealApplicant } from './sealed.ts'
import { saveRequest } from './store.ts'

/**
 * Whether the public log shows the case, and in which words: the agency's own, or the masked ones of the request. Personal data
 * blocks, the names of the applicant, of who speaks for them and of who was consulted included. Law: Order 711 art. 15, art. 44. Throws: Refusal public_log_personal_data.
 */
export function choosePublicLog(
  platform: Platform,
  staff: Staff,
  id: number,
  { shown, words, answer }: PublicLogInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'choose_public_log', async (tx, request) => {
    const on = platform.clock.today()
    if (!shown) {
      await saveRequest(tx, request, { in_public_log: false })
      return { kind: 'hidden_from_public_log', on }
    }
    const [name, known] = [await nameOf(platform, tx, id), await knownOfCase(platform, tx, id)]
    const fields: Record<string, string> = {}
    if (tells(words || request.descriptionMasked, name, known))
      fields.words = '内容里有个人信息，请改写后再公开。'
    if (tells(answer, name, known)) fields.answer = '答复摘要里有个人信息，请改写后再公开。'
    if (Object.keys(fields).length) throw refuse('public_log_personal_data', fields)
    await saveRequest(tx, request, {
      in_public_log: true,
      public_words: words || null,
      public_answer: answer,
    })
    return { kind: 'shown_in_public_log', on }
  })
}

const tells = (text: string, name: string, known: readonly Known[]): boolean =>
  findPersonalData(text).length > 0 ||
  (name.length >= 2 && text.includes(name)) ||
  maskKnown(text, known) !== text

/** A person's name; an organisation's is no personal data. */
async function nameOf(platform: Platform, tx: Tx, id: number): Promise<string> {
  const row = await tx
    .selectFrom('foi_requests')
    .select(['applicant_sealed', 'applicant_kind'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.applicant_sealed || row.applicant_kind !== 'natural_person') return ''
  return unsealApplicant(platform, row.applicant_sealed).name
}
