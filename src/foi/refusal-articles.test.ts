import { expect, it } from 'vitest'
import { lawText } from '#platform/law'
import { houseRule, refusals } from './refusals.ts'
import { assertMove, moves } from './request.ts'

/** No article says these: the office, the program or the calendar does, and the answer says so. A refused move (`wrong_status`) brings the article of the move. */
const byTheHouse = [
  'assignee_unknown',
  'claimed_already',
  'date_beyond_calendar',
  'edit_too_late',
  'event_in_future',
  'file_missing',
  'file_not_of_case',
  'identity_proof_too_large',
  'identity_proof_type',
  'internal_due_past',
  'letter_facts_missing',
  'mail_not_set_up',
  'other_department',
  'redaction_not_pdf',
  'redaction_nothing',
  'redaction_term_missing',
  'redaction_too_long',
  'template_broken',
  'template_fields',
  'tracking_number_missing',
  'values_back_dated',
  'words_too_long',
  'wrong_status',
]

it('every refusal says which article refuses, or that it is the agency’s own rule and no article', () => {
  const silent = Object.entries(refusals).filter(([, entry]) => entry.law === houseRule)
  expect(silent.map(([code]) => code).sort()).toEqual(byTheHouse)
})

it('every other one reads as an article, or as the document that has it', () => {
  const laws = [...Object.values(refusals), ...Object.values(moves)].map(({ law }) => law)
  for (const law of laws.filter((law) => law !== houseRule))
    expect(lawText(law)).toMatch(/^《.+》第.+条|〔\d{4}〕\d+号/)
})

it('a case under Order 492 is told that the article of a refused move is the present order’s', () => {
  const refusedUnder = (rules: '492' | '711') => () => assertMove({ status: 'archived', rules }, 'claim')
  const by = (law: string) => expect.objectContaining({ entry: expect.objectContaining({ law }) })
  expect(refusedUnder('711')).toThrow(by('Order 711 art. 45'))
  expect(refusedUnder('492')).toThrow(by('现行《政府信息公开条例》第四十五条'))
})
