import { expect, it } from 'vitest'
import { refusals } from './refusals.ts'

/** No article says these: the office, the program or the calendar does. A refused move (`wrong_status`) brings the article of the move. */
const withoutArticle = [
  'claimed_already',
  'date_beyond_calendar',
  'duplicate_of_itself',
  'edit_too_late',
  'erased_already',
  'event_in_future',
  'file_missing',
  'file_not_of_case',
  'identity_proof_too_large',
  'identity_proof_type',
  'internal_due_past',
  'letter_facts_missing',
  'other_department',
  'redaction_not_pdf',
  'redaction_nothing',
  'redaction_term_missing',
  'redaction_too_long',
  'remedy_dates',
  'remedy_decided',
  'template_broken',
  'template_fields',
  'tracking_number_missing',
  'words_too_long',
  'wrong_status',
]

it('every other refusal says which article refuses', () => {
  const silent = Object.entries(refusals).filter(([, entry]) => !('law' in entry))
  expect(silent.map(([code]) => code).sort()).toEqual(withoutArticle)
})
