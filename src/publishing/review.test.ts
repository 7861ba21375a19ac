import { expect, it } from 'vitest'
import {
  assertDecisionWorded,
  assertMayDecide,
  awaitedStep,
  type Decision,
  type ReviewStep,
} from './review.ts'

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
const approved = (step: string, decidedBy: number, contentHash = 'h1'): Decision => ({
  step,
  decidedBy,
  contentHash,
  decision: 'approved',
})
const returned = (step: string, decidedBy: number): Decision => ({
  ...approved(step, decidedBy),
  decision: 'returned',
})

it.each([
  ['nothing decided', [], 'h1', 'first_review'],
  ['first review approved', [approved('first_review', 1)], 'h1', 'secrecy_review'],
  ['approval of older content is void', [approved('first_review', 1, 'h0')], 'h1', 'first_review'],
  [
    'a return voids what came before it',
    [approved('first_review', 1), returned('secrecy_review', 2)],
    'h1',
    'first_review',
  ],
  [
    'submitting the same content again starts anew',
    [approved('first_review', 1), { ...approved('submission', 3), decision: 'submitted' }],
    'h1',
    'first_review',
  ],
  [
    'all three',
    [approved('first_review', 1), approved('secrecy_review', 2), approved('final_review', 3)],
    'h1',
    undefined,
  ],
])('awaits the right step: %s', (_case, decisions, hash, key) => {
  expect(awaitedStep(steps, decisions, hash)?.key).toBe(key)
})

const nth = (index: number) => steps[index] as ReviewStep
const people = { staffId: 9, submittedBy: 1, authorIds: [1] }

it('Order 711 art. 17: nobody reviews what they submitted or wrote', () => {
  expect(() => assertMayDecide(nth(0), steps, { ...people, submittedBy: 9 }, [])).toThrow(/不能审核自己/)
  expect(() => assertMayDecide(nth(0), steps, { ...people, authorIds: [9] }, [])).toThrow(/不能审核自己/)
  expect(() => assertMayDecide(nth(0), steps, people, [])).not.toThrow()
})

it('the secrecy reviewer takes no other step, in either order', () => {
  expect(() => assertMayDecide(nth(1), steps, people, [approved('first_review', 9)])).toThrow(/保密审查/)
  expect(() => assertMayDecide(nth(2), steps, people, [approved('secrecy_review', 9)])).toThrow(/保密审查/)
  expect(() => assertMayDecide(nth(2), steps, people, [approved('first_review', 9)])).not.toThrow()
})

it('a return needs a comment, a warning needs a word', () => {
  const warning = { code: 'summary_missing', level: 'warning' as const, text: '缺少摘要' }
  const word = { code: 'summary_missing', word: '正文很短' }
  expect(() => assertDecisionWorded({ decision: 'returned', comment: '', acceptedWarnings: [] }, [])).toThrow(
    /退回/,
  )
  expect(() =>
    assertDecisionWorded({ decision: 'approved', comment: '', acceptedWarnings: [] }, [warning]),
  ).toThrow(/提醒/)
  expect(() =>
    assertDecisionWorded({ decision: 'approved', comment: '', acceptedWarnings: [word] }, [warning]),
  ).not.toThrow()
})
