import { expect, it } from 'vitest'
import type { Role, Staff } from '#people'
import type { ReviewStep } from './review.ts'
import { replayReview } from './review-record.ts'

const steps: ReviewStep[] = [
  { position: 1, key: 'first_review', name: '初审', action: 'publishing.review', distinctPerson: false },
  {
    position: 2,
    key: 'secrecy_review',
    name: '保密审查',
    action: 'publishing.review_secrecy',
    distinctPerson: true,
  },
  { position: 3, key: 'final_review', name: '终审签发', action: 'publishing.publish', distinctPerson: false },
]
const person = (id: number, ...roles: Role[]): Staff => ({
  id,
  username: `p${id}`,
  name: `${id}`,
  departmentId: null,
  roles,
})
const [author, reviewer, secrecy, publisher] = [
  person(1, 'author', 'reviewer'),
  person(2, 'reviewer', 'secrecy_reviewer'),
  person(3, 'secrecy_reviewer'),
  person(4, 'publisher'),
] as [Staff, Staff, Staff, Staff]
const at = new Date('2018-05-02T01:00:00Z')
const replay = (...approvals: [string, Staff][]) =>
  replayReview(steps, {
    contentHash: 'hash',
    createdBy: author.id,
    review: {
      submittedBy: author,
      submittedAt: at,
      approvals: approvals.map(([step, by]) => ({ step, by, at })),
      publishedBy: publisher,
    },
  })

it('a whole chain by different people holds', () => {
  const decisions = replay(
    ['first_review', reviewer],
    ['secrecy_review', secrecy],
    ['final_review', publisher],
  )
  expect(decisions.map(({ decidedBy }) => decidedBy)).toEqual([2, 3, 4])
})

it.each([
  [
    'approval_void',
    [
      ['first_review', reviewer],
      ['secrecy_review', secrecy],
    ],
  ],
  ['approval_void', [['secrecy_review', secrecy]]],
  ['own_submission', [['first_review', author]]],
  [
    'secrecy_same_person',
    [
      ['first_review', reviewer],
      ['secrecy_review', reviewer],
    ],
  ],
  ['not_allowed', [['first_review', publisher]]],
] as [string, [string, Staff][]][])(
  '%s: a record that a live review would have refused',
  (code, approvals) => {
    expect(() => replay(...approvals)).toThrow(expect.objectContaining({ code }))
  },
)
