import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Article } from './article.ts'
import type { AcceptedWarnings } from './contract.ts'
import { assertOthersWork } from './review.ts'
import { getRevision } from './revision-store.ts'
import { insertDecision, listAuthors } from './store.ts'

/** Keeps a publisher's words for warnings that came up after the review; never on their own text. Throws: Refusal own_submission. */
export async function keepWords(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  article: Article,
  words: AcceptedWarnings,
) {
  if (!words.length) return
  const authorIds = await listAuthors(tx, article)
  assertOthersWork({ staffId: staff.id, submittedBy: article.submittedBy, authorIds })
  const revision = await getRevision(tx, article.headRevisionId)
  await insertDecision(tx, {
    article_id: article.id,
    revision_id: revision.id,
    content_hash: revision.contentHash,
    step: 'publication',
    decision: 'worded',
    accepted_warnings: JSON.stringify(words),
    decided_by: staff.id,
    decided_at: platform.clock.now(),
  })
  record(tx, {
    actor: actorOf(staff),
    action: 'publishing.word_warnings',
    subject: { kind: 'article', id: article.id },
    detail: { revision: revision.id, words },
  })
}
