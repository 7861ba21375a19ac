import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import type { ValuesInput } from '../contract.ts'
import { assertCan } from '../permission.ts'
import { refuse } from '../refusals.ts'
import { valuesOn } from './value-store.ts'

/**
 * From today or a later day on; cases that were received before keep theirs, and so do their dates. Law: Order 711 art. 45.
 * Throws: Refusal not_allowed, values_back_dated.
 */
export function setValues(platform: Platform, staff: Staff, input: ValuesInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.approve')
    if (input.fromDay < platform.clock.today())
      throw refuse('values_back_dated', { fromDay: '不能早于今天。' })
    const before = await valuesOn(tx, input.fromDay)
    const row = {
      opinion_within_492: input.opinionWithin492,
      pay_within: input.payWithin,
      fee_from: input.feeFrom,
      look_again_after: input.lookAgainAfter,
      basis: input.basis,
      set_by: staff.id,
      set_at: platform.clock.now(),
    }
    await tx
      .insertInto('foi_uncertain_values')
      .values({ from_day: input.fromDay, ...row })
      .onConflict((conflict) => conflict.column('from_day').doUpdateSet(row))
      .execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.set_values',
      subject: { kind: 'foi_uncertain_values', id: input.fromDay },
      detail: { before, after: input },
    })
  })
}
