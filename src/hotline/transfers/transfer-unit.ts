import { workingCalendar } from '#calendar'
import { deadline } from '#letters'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { refuse } from '../refusals.ts'

/** Where a call goes within the agency, and until when it is answered there. */
export type TransferUnit = { id: number; name: string; dueOn: Day | null }

/**
 * The department by its id. Its day follows the fastest mailbox: who asks by telephone waits no longer than who writes.
 * Unit: working days, day one is the day after. Source: rules.md 5.1 (configuration: mailboxes). Throws: Refusal unit_unknown.
 */
export async function transferUnit(tx: Tx, id: number, on: Day): Promise<TransferUnit> {
  const unit = await tx
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirst()
  if (!unit) throw refuse('unit_unknown', { unitId: '请重新选择' })
  const { within } = await tx
    .selectFrom('mailboxes')
    .select((eb) => eb.fn.min('answer_within').as('within'))
    .executeTakeFirstOrThrow()
  return { ...unit, dueOn: within === null ? null : deadline(await workingCalendar(tx), on, within) }
}
