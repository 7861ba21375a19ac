import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { forgetNames } from '../file-names.ts'
import { unsealApplicant, unsealParty } from '../sealed.ts'
import { wordsWithout } from './words-without.ts'

/**
 * Forgets who asked and who was consulted: seals, files and letters go; the agency's own words stay without them. The information
 * asked for stays, it is the agency's. Law: PIPL art. 47. Answers which files went, so that the archive's list can tell.
 */
export async function eraseCase(platform: Platform, tx: Tx, id: number): Promise<number[]> {
  const forget = wordsWithout(await knownOf(platform, tx, id))
  await forgetInCase(platform, tx, id, forget)
  await forgetInAnswers(tx, id, forget)
  await forgetInEvents(tx, id, forget)
  await forgetParties(tx, id, forget)
  await forgetInReassessments(tx, id, forget)
  await forgetNames(tx, id)
  await platform.cache.touch(tx, ['requests'])
  return eraseFiles(platform, tx, id)
}

type Forget = (text: string) => string

/** What names them, as they gave it. */
async function knownOf(platform: Platform, tx: Tx, id: number): Promise<string[]> {
  const { applicant_sealed } = await tx
    .selectFrom('foi_requests')
    .select('applicant_sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const parties = await tx
    .selectFrom('foi_consultations')
    .select('party_sealed')
    .where('request_id', '=', id)
    .where('kind', '=', 'third_party')
    .execute()
  const {
    help: _,
    identityKind: __,
    ...applicant
  } = applicant_sealed ? unsealApplicant(platform, applicant_sealed) : { help: '', identityKind: '' }
  return [
    ...Object.values(applicant),
    ...parties.flatMap(({ party_sealed }) => Object.values(unsealParty(platform, party_sealed))),
  ]
}

async function forgetInCase(platform: Platform, tx: Tx, id: number, forget: Forget) {
  const row = await tx
    .selectFrom('foi_requests')
    .select(['description_masked', 'public_words', 'public_answer'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('foi_requests')
    .set({
      applicant_sealed: null,
      description_sealed: null,
      applicant_digest: null,
      contact_digest: null,
      email_digest: null,
      likeness: null,
      applicant_masked: '',
      confirmation_note: '',
      description_masked: forget(row.description_masked),
      public_words: row.public_words && forget(row.public_words),
      public_answer: forget(row.public_answer),
      erased_at: platform.clock.now(),
    })
    .where('id', '=', id)
    .execute()
  const remedies = await tx
    .selectFrom('foi_remedies')
    .select(['id', 'note'])
    .where('request_id', '=', id)
    .execute()
  for (const remedy of remedies)
    await tx
      .updateTable('foi_remedies')
      .set({ note: forget(remedy.note) })
      .where('id', '=', remedy.id)
      .execute()
}

/** The hash of what was approved stays beside the words. */
async function forgetInAnswers(tx: Tx, id: number, forget: Forget) {
  const answers = await tx.selectFrom('foi_answers').selectAll().where('request_id', '=', id).execute()
  for (const answer of answers)
    await tx
      .updateTable('foi_answers')
      .set({
        body: forget(answer.body),
        parts: JSON.stringify(without(answer.parts, forget)),
        legal_opinion: forget(answer.legal_opinion),
        returned_reason: answer.returned_reason && forget(answer.returned_reason),
      })
      .where('id', '=', answer.id)
      .execute()
}

/** What was written into a correction lies sealed in its event; notes and proofs may name the person. */
async function forgetInEvents(tx: Tx, id: number, forget: Forget) {
  const events = await tx
    .selectFrom('foi_events')
    .select(['id', 'detail'])
    .where('request_id', '=', id)
    .execute()
  for (const event of events) {
    const { sealed: _, note: __, proof: ___, ...detail } = (event.detail ?? {}) as Record<string, unknown>
    await tx
      .updateTable('foi_events')
      .set({ detail: JSON.stringify(without(detail, forget)) })
      .where('id', '=', event.id)
      .execute()
  }
}

async function forgetParties(tx: Tx, id: number, forget: Forget) {
  const rows = await tx.selectFrom('foi_consultations').selectAll().where('request_id', '=', id).execute()
  for (const row of rows)
    await tx
      .updateTable('foi_consultations')
      .set({
        party_sealed: Buffer.alloc(0),
        party_masked: '',
        letter: forget(row.letter),
        reasons: forget(row.reasons),
        override_reason: row.override_reason && forget(row.override_reason),
      })
      .where('id', '=', row.id)
      .execute()
}

async function forgetInReassessments(tx: Tx, id: number, forget: Forget) {
  const rows = await tx
    .selectFrom('foi_reassessments')
    .select(['id', 'reason'])
    .where('request_id', '=', id)
    .execute()
  for (const row of rows)
    await tx
      .updateTable('foi_reassessments')
      .set({ reason: forget(row.reason) })
      .where('id', '=', row.id)
      .execute()
}

/** What came in, the letters, and proofs; not the information asked for and its covered form. */
async function eraseFiles(platform: Platform, tx: Tx, id: number): Promise<number[]> {
  const received = await tx
    .deleteFrom('foi_files')
    .where('request_id', '=', id)
    .returning('file_id')
    .execute()
  const letters = await tx
    .deleteFrom('foi_letters')
    .where('request_id', '=', id)
    .returning('file_id')
    .execute()
  const proofs = await tx
    .deleteFrom('foi_case_files')
    .where('request_id', '=', id)
    .where('role', 'in', ['delivery_proof', 'other'])
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('foi_case_files as made')
        .select((from) => from.ref('made.redacted_from_id').$notNull().as('source'))
        .where('made.request_id', '=', id)
        .where('made.redacted_from_id', 'is not', null),
    )
    .returning('file_id')
    .execute()
  const files = [...received, ...letters, ...proofs].map((row) => row.file_id)
  for (const file of files) await platform.files.remove(tx, { id: file })
  return files
}

/** Every text inside a JSON value. */
function without(value: unknown, forget: Forget): unknown {
  if (typeof value === 'string') return forget(value)
  if (Array.isArray(value)) return value.map((one) => without(one, forget))
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, without(one, forget)]))
  return value
}
