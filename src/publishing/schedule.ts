import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, Refusal } from '#platform'
import { assertMove } from './article.ts'
import { publishLocked } from './publish.ts'
import { refuse } from './refusals.ts'
import { lockArticle, saveArticle } from './store.ts'

/** Unit: the minute. Throws: Refusal not_allowed, wrong_status, schedule_in_past. */
export function schedulePublishing(
  platform: Platform,
  staff: Staff,
  id: number,
  publishAt: Date,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    assertCan(staff, 'publishing.publish')
    assertMove(article, 'schedule')
    const at = platform.clock.now()
    if (publishAt <= at) throw refuse('schedule_in_past')
    await saveArticle(tx, article, { status: 'scheduled', publish_at: publishAt }, at)
    const detail = { publishAt: publishAt.toISOString() }
    record(tx, {
      actor: actorOf(staff),
      action: 'publishing.schedule',
      subject: { kind: 'article', id },
      detail,
    })
  })
}

/** Publishes what is due, each item in its own transaction, everything checked again. Safe to run twice. */
export async function publishDue(platform: Platform): Promise<{ published: number; refused: number }> {
  const due = await platform.db
    .selectFrom('articles')
    .select('id')
    .where('status', '=', 'scheduled')
    .where('publish_at', '<=', platform.clock.now())
    .orderBy('publish_at')
    .execute()
  let published = 0
  for (const { id } of due) if (await publishOneDue(platform, id)) published += 1
  return { published, refused: due.length - published }
}

async function publishOneDue(platform: Platform, id: number): Promise<boolean> {
  try {
    return await platform.inTransaction(async (tx) => {
      const article = await lockArticle(tx, id)
      const now = platform.clock.now()
      if (article.status !== 'scheduled' || !article.publishAt || article.publishAt > now) return false
      await publishLocked(platform, tx, article, { kind: 'system', name: 'publish-due' })
      const lateSeconds = Math.round((now.getTime() - article.publishAt.getTime()) / 1000)
      const subject = { kind: 'article', id }
      const actor = { kind: 'system', name: 'publish-due' } as const
      record(tx, { actor, action: 'publishing.fire', subject, detail: { lateSeconds } })
      return true
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await refuseDue(platform, id, error.code)
    return false
  }
}

/** What no longer passes the checks goes back to "approved", where its publisher sees it. */
function refuseDue(platform: Platform, id: number, code: string) {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    await saveArticle(tx, article, { status: 'approved', publish_at: null }, platform.clock.now())
    const actor = { kind: 'system', name: 'publish-due' } as const
    const subject = { kind: 'article', id }
    record(tx, { actor, action: 'publishing.schedule_refused', subject, detail: { code } })
  })
}
