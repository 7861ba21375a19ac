import { record } from '#audit'
import { type Platform, Refusal } from '#platform'
import type { Tx } from '#platform/db'
import type { Article } from './article.ts'
import { countFault, observeLateness } from './lateness.ts'
import { publishLocked } from './publish.ts'
import { lockArticle, saveArticle } from './store.ts'
import { noWithdrawal, withdrawLocked } from './withdraw.ts'

const actor = { kind: 'system', name: 'schedule' } as const
type Kind = 'publish' | 'withdraw'
const dueAtOf = (article: Article, kind: Kind) =>
  kind === 'publish' ? article.publishAt : (article.withdrawal?.at ?? null)

/**
 * Publishes and withdraws what is due, each item in its own transaction, everything checked again. Work is found by
 * comparing stored instants, so a missed run loses nothing and a second one does nothing. An item that cannot be moved
 * for a fault of the program stops no other; the faults are thrown when all are through, so that the job fails visibly.
 */
export async function fireDue(platform: Platform): Promise<{ done: number; refused: number }> {
  const now = platform.clock.now()
  const { db } = platform
  const [toPublish, toWithdraw] = await Promise.all([
    db
      .selectFrom('articles')
      .select('id')
      .where('status', '=', 'scheduled')
      .where('publish_at', '<=', now)
      .orderBy('publish_at')
      .execute(),
    db.selectFrom('articles').select('id').where('withdraw_at', '<=', now).orderBy('withdraw_at').execute(),
  ])
  const due = [
    ...toPublish.map(({ id }) => ({ id, kind: 'publish' }) as const),
    ...toWithdraw.map(({ id }) => ({ id, kind: 'withdraw' }) as const),
  ]
  const outcomes: (boolean | undefined)[] = []
  const faults: unknown[] = []
  for (const { id, kind } of due)
    await fire(platform, id, kind).then(
      (outcome) => outcomes.push(outcome),
      (fault: unknown) => {
        countFault(kind)
        faults.push(new Error(`article ${id}: could not ${kind} when it was due`, { cause: fault }))
      },
    )
  if (faults.length) throw new AggregateError(faults, `${faults.length} due items could not be moved`)
  return {
    done: outcomes.filter((each) => each === true).length,
    refused: outcomes.filter((each) => each === false).length,
  }
}

/** undefined: another worker was faster, or it was moved. */
async function fire(platform: Platform, id: number, kind: Kind): Promise<boolean | undefined> {
  try {
    return await platform.inTransaction(async (tx) => {
      const article = await lockArticle(tx, id)
      if (!isDue(article, kind, platform.clock.now())) return undefined
      if (kind === 'publish') await publishLocked(platform, tx, article, actor)
      else if (article.withdrawal) await withdrawLocked(platform, tx, article, article.withdrawal, actor)
      await noteFiring(platform, tx, article, kind, null)
      return true
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await giveBack(platform, id, kind, error.code)
    return false
  }
}

function isDue(article: Article, kind: Kind, now: Date): boolean {
  const dueAt = dueAtOf(article, kind)
  return dueAt !== null && dueAt <= now && (kind === 'withdraw' || article.status === 'scheduled')
}

/** What no longer passes goes back to its publisher: an article to "approved", a withdrawal to nothing. */
function giveBack(platform: Platform, id: number, kind: Kind, code: string) {
  return platform.inTransaction(async (tx) => {
    const article = await lockArticle(tx, id)
    if (!isDue(article, kind, platform.clock.now())) return
    await noteFiring(platform, tx, article, kind, code)
    const changes = kind === 'publish' ? { status: 'approved', publish_at: null } : noWithdrawal
    await saveArticle(tx, article, changes, platform.clock.now())
  })
}

async function noteFiring(platform: Platform, tx: Tx, article: Article, kind: Kind, refusal: string | null) {
  const dueAt = dueAtOf(article, kind)
  if (!dueAt) return
  const firedAt = platform.clock.now()
  const row = { article_id: article.id, kind, due_at: dueAt, fired_at: firedAt, refusal }
  await tx.insertInto('schedule_firings').values(row).execute()
  const lateSeconds = Math.round((firedAt.getTime() - dueAt.getTime()) / 1000)
  observeLateness(tx, kind, lateSeconds)
  const subject = { kind: 'article', id: article.id }
  const detail = { kind, lateSeconds, ...(refusal ? { code: refusal } : {}) }
  record(tx, { actor, action: refusal ? 'publishing.schedule_refused' : 'publishing.fire', subject, detail })
}
