import { record } from '#audit'
import { actorOf, assertCan, describeDepartment, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { DepartmentInput, FunctionsInput } from './contract.ts'
import { writeFunctions, writeProfile } from './store.ts'

/** What the public sees of a department. Throws: Refusal not_allowed, not_found. */
export function saveDepartment(platform: Platform, staff: Staff, id: number, input: DepartmentInput) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'organisation.manage')
    if (!(await describeDepartment(tx, id, input))) throw refuse('not_found')
    await writeProfile(tx, id, input, platform.clock.now())
    const subject = { kind: 'department', id }
    record(tx, { actor: actorOf(staff), action: 'organisation.save_department', subject })
    await platform.cache.touch(tx, ['organisation'])
  })
}

/** 机构职能 of the agency. Throws: Refusal not_allowed. */
export function saveFunctions(platform: Platform, staff: Staff, input: FunctionsInput) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'organisation.manage')
    await writeFunctions(tx, input, platform.clock.now())
    const subject = { kind: 'agency', id: 'functions' }
    record(tx, { actor: actorOf(staff), action: 'organisation.save_functions', subject })
    await platform.cache.touch(tx, ['organisation'])
  })
}
