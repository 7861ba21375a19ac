import { record } from '#audit'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { rulePackFor } from './clock/rule-pack.ts'
import { closesInTime } from './closed-in-time.ts'
import { insertEvent } from './events.ts'
import { moveRequest } from './move-request.ts'
import { keepManifest } from './release/archive.ts'
import { assertMove, type DisclosureRequest } from './request.ts'
import { lockRequest, saveRequest } from './store.ts'

/** The applicant took the request back; counted as 其他处理 3. Source: rules.md 1.4. Throws: Refusal wrong_status. */
export function recordWithdrawal(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'withdraw', (tx, request) => withdraw(platform, tx, request))
}

/** The same, by the applicant who knows the code. Throws: Refusal wrong_status. */
export function withdrawOnline(platform: Platform, id: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const request = await lockRequest(tx, id)
    assertMove(request, 'withdraw')
    const { kind, on } = await withdraw(platform, tx, request)
    await insertEvent(tx, { requestId: id, kind, on, staffId: null, at: platform.clock.now() })
    record(tx, { actor: { kind: 'citizen' }, action: 'foi.withdraw', subject: { kind: 'foi_request', id } })
  })
}

async function withdraw({ clock }: Platform, tx: Tx, request: DisclosureRequest) {
  const on = clock.today()
  const receivedOn = request.receivedOn ?? on
  const rules = rulePackFor(receivedOn).key
  await saveRequest(tx, request, {
    status: 'answered',
    outcome: 'other',
    answered_on: on,
    received_on: receivedOn,
    rules,
    ...(await closesInTime(tx, { ...request, receivedOn, rules }, on)),
  })
  return { kind: 'withdrawn', on }
}

/** Law: Order 711 art. 45 (归档). */
export function archiveRequest(platform: Platform, staff: Staff, id: number): Promise<void> {
  return moveRequest(platform, staff, id, 'archive', async (tx, request) => {
    await saveRequest(tx, request, { status: 'archived' })
    const detail = await keepManifest(platform, tx, request, staff.id)
    return { kind: 'archived', on: platform.clock.today(), detail }
  })
}
