import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { AnswerInput } from './contract.ts'
import { refuse } from './refusals.ts'
import { unsealOriginal } from './sealed.ts'
import { assertMove } from './site-error.ts'
import { findOriginal, lockSiteError, saveSiteError } from './store.ts'

/** Passes a report on to the department that mends the page. Throws: Refusal not_allowed, not_found, site_error_answered, site_error_department. */
export function forwardError(platform: Platform, staff: Staff, id: number, departmentId: number) {
  return platform.inTransaction(async (tx) => {
    const { status } = await lockSiteError(tx, id)
    assertCan(staff, 'site_errors.handle')
    assertMove(status, 'forwarded')
    const department = await tx
      .selectFrom('departments')
      .select('id')
      .where('id', '=', departmentId)
      .where('active', '=', true)
      .executeTakeFirst()
    if (!department) throw refuse('site_error_department', { departmentId: '请重新选择处室。' })
    const forwarded = { forwarded_on: platform.clock.today(), department_id: departmentId }
    await saveSiteError(tx, id, { status: 'forwarded', ...forwarded })
    const subject = { kind: 'site_error', id }
    record(tx, { actor: actorOf(staff), action: 'site_errors.forward', subject, detail: { departmentId } })
  })
}

/** Answers; the public sees it when something was wrong. Throws: Refusal not_allowed, not_found, site_error_answered. */
export function answerError(platform: Platform, staff: Staff, id: number, { answer, founded }: AnswerInput) {
  return platform.inTransaction(async (tx) => {
    const { status } = await lockSiteError(tx, id)
    assertCan(staff, 'site_errors.handle')
    assertMove(status, 'answered')
    const answeredOn = platform.clock.today()
    await saveSiteError(tx, id, { status: 'answered', answered_on: answeredOn, answer, founded })
    const subject = { kind: 'site_error', id }
    record(tx, { actor: actorOf(staff), action: 'site_errors.answer', subject, detail: { founded } })
    await platform.cache.touch(tx, ['site_errors'])
  })
}

/** The words as written and the way to reach the reader; the read is audited. Throws: Refusal not_allowed, not_found. */
export async function readOriginal(platform: Platform, staff: Staff, id: number) {
  assertCan(staff, 'site_errors.handle')
  const found = await findOriginal(platform, id)
  if (!found) throw refuseGenerally('not_found')
  await platform.inTransaction(async (tx) => {
    const subject = { kind: 'site_error', id }
    record(tx, { actor: actorOf(staff), action: 'site_errors.read_original', subject })
  })
  return unsealOriginal(platform, found.original_sealed)
}
