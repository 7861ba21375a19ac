import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { DispatchInput } from './contract.ts'
import { type Dispatch, dispatchTo, listDispatches } from './dispatches.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { sealOpinion } from './sealed.ts'
import { saveLetter } from './store.ts'

/** To one main and any number of assisting departments; sending it elsewhere than before needs a reason. Throws: Refusal department_unknown, dispatch_needs_reason. */
export function dispatchLetter(platform: Platform, staff: Staff, id: number, to: DispatchInput) {
  return moveLetter(platform, staff, id, 'dispatch', async (tx, letter) => {
    const assisting = [...new Set(to.assisting)].filter((department) => department !== to.main)
    await assertDepartments(tx, [to.main, ...assisting])
    const before = (await listDispatches(tx, id)).filter(({ endedOn }) => endedOn === null)
    if (before.length && !to.note) throw refuse('dispatch_needs_reason', { note: '请写明改派的原因。' })
    const on = platform.clock.today()
    await tx
      .updateTable('letter_dispatches')
      .set({ ended_on: on, ended_as: 'dispatched_anew', ended_because: to.note })
      .where('letter_id', '=', id)
      .where('ended_on', 'is', null)
      .execute()
    const row = { letter_id: id, note: to.note, dispatched_by: staff.id, dispatched_on: on }
    await tx
      .insertInto('letter_dispatches')
      .values([
        { ...row, department_id: to.main, part: 'main' },
        ...assisting.map((department_id) => ({ ...row, department_id, part: 'assisting' })),
      ])
      .execute()
    await saveLetter(tx, letter, { department_id: to.main })
    return {
      kind: before.length ? 'dispatched_anew' : 'dispatched',
      detail: { main: to.main, assisting, note: to.note },
    }
  })
}

async function assertDepartments(tx: Tx, ids: readonly number[]) {
  const known = await tx
    .selectFrom('departments')
    .select('id')
    .where('id', 'in', ids)
    .where('active', '=', true)
    .execute()
  if (known.length !== ids.length) throw refuse('department_unknown')
}

/** Throws: Refusal not_dispatched_to_you. */
async function lockOwn(tx: Tx, staff: Staff, letterId: number): Promise<Dispatch> {
  const own = dispatchTo(staff, await listDispatches(tx, letterId))
  if (!own) throw refuse('not_dispatched_to_you')
  return own
}

/** 签收: somebody of the department takes it. Throws: Refusal not_dispatched_to_you, claimed_already. */
export function claimLetter(platform: Platform, staff: Staff, id: number) {
  return moveLetter(platform, staff, id, 'claim', async (tx, letter) => {
    const own = await lockOwn(tx, staff, id)
    if (own.claimedOn) throw refuse('claimed_already')
    await tx
      .updateTable('letter_dispatches')
      .set({ claimed_by: staff.id, claimed_on: platform.clock.today() })
      .where('id', '=', own.id)
      .execute()
    if (own.part === 'main') await saveLetter(tx, letter, { handler_id: staff.id })
    return { kind: 'claimed', detail: { department: own.departmentId } }
  })
}

/** 退回: not this department's; it goes back to the desk. Throws: Refusal not_dispatched_to_you, return_needs_reason. */
export function returnDispatch(platform: Platform, staff: Staff, id: number, reason: string) {
  return moveLetter(platform, staff, id, 'return_dispatch', async (tx, letter) => {
    const own = await lockOwn(tx, staff, id)
    if (!reason) throw refuse('return_needs_reason', { reason: '请写明退回的原因。' })
    await tx
      .updateTable('letter_dispatches')
      .set({ ended_on: platform.clock.today(), ended_as: 'returned', ended_because: reason })
      .where('id', '=', own.id)
      .execute()
    if (own.part === 'main') await saveLetter(tx, letter, { department_id: null, handler_id: null })
    return { kind: 'dispatch_returned', detail: { department: own.departmentId, reason } }
  })
}

/** An assisting department tells the main one what it knows. Throws: Refusal not_dispatched_to_you. */
export function giveOpinion(platform: Platform, staff: Staff, id: number, opinion: string) {
  return moveLetter(platform, staff, id, 'give_opinion', async (tx) => {
    const own = await lockOwn(tx, staff, id)
    if (own.part !== 'assisting') throw refuse('not_dispatched_to_you')
    await tx
      .updateTable('letter_dispatches')
      .set({
        opinion_sealed: sealOpinion(platform, opinion),
        opinion_by: staff.id,
        opinion_on: platform.clock.today(),
      })
      .where('id', '=', own.id)
      .execute()
    return { kind: 'opinion_given', detail: { department: own.departmentId } }
  })
}
