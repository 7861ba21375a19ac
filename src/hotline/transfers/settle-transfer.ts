import { record } from '#audit'
import { actorOf, assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import { maskReply } from '#privacy'
import type { ResultInput } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { unsealCaller } from '../sealed.ts'
import { lockSealed, saveOutcome } from '../store.ts'

type Transfer = { outcome: string; unit_id: number | null; result_on: unknown }
/** It waits for a department of the agency. */
export const isOpen = ({ outcome, unit_id, result_on }: Transfer) =>
  outcome === 'transferred' && unit_id !== null && result_on === null

/** The desk for every department, whoever handles letters for their own. */
export const settles = (staff: Staff, unitId: number | null) =>
  can(staff, 'hotline.answer') ||
  (can(staff, 'hotline.settle') && unitId !== null && staff.departmentId === unitId)

/** Writes down what a department did about a call: once. Throws: Refusal not_allowed, not_found, not_transferred, not_your_unit. */
export const settleTransfer = (
  platform: Platform,
  staff: Staff,
  id: number,
  { result }: ResultInput,
): Promise<void> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'hotline.settle')
    const call = await lockSealed(tx, id)
    if (!isOpen(call)) throw refuse('not_transferred')
    if (!settles(staff, call.unit_id)) throw refuse('not_your_unit')
    const caller = call.caller_sealed ? unsealCaller(platform, call.caller_sealed).name : ''
    await saveOutcome(tx, id, {
      result: maskReply(result, caller),
      result_on: platform.clock.today(),
      result_by: staff.id,
    })
    record(tx, { actor: actorOf(staff), action: 'hotline.settle', subject: { kind: 'call', id } })
  })
