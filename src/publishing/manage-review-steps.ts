import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { ReviewStepInput } from './contract.ts'
import { refuse } from './refusals.ts'
import { awaitedStep } from './review.ts'
import { getRevision } from './revision-store.ts'
import { listDecisions, listReviewSteps, lockArticle, saveArticle } from './store.ts'

/**
 * Replaces the chain. What is under review, approved or scheduled is measured against the new chain at once, so that
 * nothing waits for a step that is gone or goes out past one that is new.
 * Law: Order 711 art. 17 (secrecy review before disclosure). Throws: Refusal not_allowed, secrecy_step_required.
 */
export function saveReviewSteps(
  platform: Platform,
  staff: Staff,
  steps: readonly ReviewStepInput[],
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    if (!steps.some((step) => step.action === 'publishing.review_secrecy' && step.distinctPerson))
      throw refuse('secrecy_step_required')
    const before = await listReviewSteps(tx)
    await tx.deleteFrom('review_steps').execute()
    const rows = steps.map(({ distinctPerson, ...step }, index) => ({
      ...step,
      distinct_person: distinctPerson,
      position: index + 1,
    }))
    await tx.insertInto('review_steps').values(rows).execute()
    await measureAgain(tx, platform.clock.now())
    const names = (list: readonly { key: string }[]) => list.map((step) => step.key)
    const subject = { kind: 'settings', id: 'review_steps' }
    const detail = { before: names(before), after: names(steps) }
    record(tx, { actor: actorOf(staff), action: 'publishing.save_review_steps', subject, detail })
  })
}

async function measureAgain(tx: Tx, at: Date) {
  const steps = await listReviewSteps(tx)
  const open = await tx
    .selectFrom('articles')
    .select('id')
    .where('status', 'in', ['in_review', 'approved', 'scheduled'])
    .orderBy('id')
    .execute()
  for (const { id } of open) {
    const article = await lockArticle(tx, id)
    const { contentHash } = await getRevision(tx, article.headRevisionId)
    const next = awaitedStep(steps, await listDecisions(tx, id), contentHash)
    if (!next && article.status !== 'in_review') continue
    if (next && next.key === article.awaitedStep) continue
    const changes = next
      ? { status: 'in_review', awaited_step: next.key, publish_at: null }
      : { status: 'approved', awaited_step: null }
    await saveArticle(tx, article, changes, at)
  }
}
