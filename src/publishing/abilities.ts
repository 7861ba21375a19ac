import { type Action, can, type Staff } from '#people'
import { Refusal } from '#platform'
import { type Article, mayMove } from './article.ts'
import { involvedInEmergency, isUnconfirmed } from './emergency.ts'
import { approvalsOf, assertMayDecide, type Decision, type ReviewStep } from './review.ts'
import type { Revision } from './revision.ts'

/** What the console offers this person on this item. The use cases decide again; React decides nothing. */
export type Abilities = Record<
  | 'edit'
  | 'submit'
  | 'decide'
  | 'publish'
  | 'schedule'
  | 'cancelSchedule'
  | 'publishInEmergency'
  | 'confirmEmergency'
  | 'withdraw'
  | 'scheduleWithdrawal'
  | 'deliver'
  | 'link',
  boolean
>

/** Who wrote what is worked on, and who wrote what the public saw last. */
type Authors = { ofHead: readonly number[]; ofShown: readonly number[] }

export function abilitiesOf(
  staff: Staff,
  article: Article,
  revision: Pick<Revision, 'contentHash' | 'id'>,
  steps: readonly ReviewStep[],
  decisions: readonly Decision[],
  authors: Authors,
): Abilities {
  const may = (action: Action, move: Parameters<typeof mayMove>[1]) =>
    can(staff, action) && mayMove(article, move)
  const changed = article.publicRevisionId !== revision.id
  return {
    edit: may('publishing.write', 'edit'),
    submit: may('publishing.write', 'submit') && article.awaitedStep === null && changed,
    decide: mayDecide(staff, article, revision, steps, decisions, authors),
    publish: may('publishing.publish', 'publish'),
    schedule: may('publishing.publish', 'schedule'),
    cancelSchedule: may('publishing.publish', 'cancel_schedule'),
    publishInEmergency: may('publishing.publish', 'publish_in_emergency'),
    confirmEmergency:
      can(staff, 'publishing.review') &&
      isUnconfirmed(article) &&
      !involvedInEmergency(article, decisions, authors.ofShown).has(staff.id),
    withdraw: may('publishing.withdraw', 'withdraw'),
    scheduleWithdrawal: may('publishing.withdraw', 'schedule_withdrawal'),
    // The other side decides too, so the use case may still say no to an author.
    link:
      can(staff, 'publishing.write') || can(staff, 'publishing.review') || can(staff, 'publishing.publish'),
    deliver: can(staff, 'publishing.publish') && article.firstPublishedAt !== null,
  }
}

function mayDecide(
  staff: Staff,
  article: Article,
  revision: Pick<Revision, 'contentHash'>,
  steps: readonly ReviewStep[],
  decisions: readonly Decision[],
  authors: Authors,
): boolean {
  const step = steps.find((known) => known.key === article.awaitedStep)
  if (!step || !mayMove(article, 'decide') || !can(staff, step.action as Action)) return false
  const given = { staffId: staff.id, submittedBy: article.submittedBy, authorIds: authors.ofHead }
  try {
    assertMayDecide(step, steps, given, approvalsOf(decisions, revision.contentHash))
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
