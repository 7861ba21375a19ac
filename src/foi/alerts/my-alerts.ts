import type { ExpressionBuilder } from 'kysely'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Database, Db } from '#platform/db'
import { assertCan } from '../permission.ts'

const shown = 100

/** The unseen alerts of one person, the newest first; those of cases that were answered, or looked at again, meanwhile are left out. */
export async function listMyAlerts({ db }: Platform, staff: Staff) {
  assertCan(staff, 'foi.read')
  const rows = await unseen(db, staff.id)
    .select([
      'foi_alerts.id',
      'foi_alerts.request_id as requestId',
      'foi_requests.number',
      'kind',
      'level',
      'due_on as dueOn',
      'raised_on as raisedOn',
    ])
    .orderBy('foi_alerts.id', 'desc')
    .limit(shown)
    .execute()
  return { items: rows }
}

/** With the day on which the oldest was raised. */
export function countMyAlerts(db: Db, staffId: number) {
  return unseen(db, staffId)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('raised_on').as('oldest')])
    .executeTakeFirstOrThrow()
}

const unseen = (db: Db, staffId: number) =>
  db
    .selectFrom('foi_alerts')
    .innerJoin('foi_requests', 'foi_requests.id', 'foi_alerts.request_id')
    .where('staff_id', '=', staffId)
    .where('seen_at', 'is', null)
    .where((eb) =>
      eb.or([eb('answered_on', 'is', null), eb.and([eb('kind', '=', 'reassessment'), eb.not(lookedAt(eb))])]),
    )

const lookedAt = (eb: ExpressionBuilder<Database, 'foi_alerts'>) =>
  eb.exists(
    eb
      .selectFrom('foi_reassessments')
      .select('foi_reassessments.id')
      .whereRef('foi_reassessments.request_id', '=', 'foi_alerts.request_id')
      .whereRef('foi_reassessments.on_day', '>=', 'foi_alerts.due_on'),
  )

/** Only one's own. */
export async function markSeen({ db, clock }: Platform, staff: Staff, ids: readonly number[]): Promise<void> {
  assertCan(staff, 'foi.read')
  if (ids.length === 0) return
  await db
    .updateTable('foi_alerts')
    .set({ seen_at: clock.now() })
    .where('staff_id', '=', staff.id)
    .where('id', 'in', ids)
    .execute()
}
