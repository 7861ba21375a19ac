import type { Staff } from '#people'
import type { Platform } from '#platform'
import { groundsElsewhere, type RefusalInput } from './contract.ts'
import { endFollowUp } from './follow-ups.ts'
import { refusalGroundLabels } from './labels.ts'
import { reopenMerged } from './merge-letter.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { saveLetter } from './store.ts'

/**
 * Not taken up, on a stated ground that the sender reads; what belongs elsewhere says where, and may be passed on.
 * Source: rules.md 5.1; 信访工作条例 (2022) art. 22 [INF]. Throws: Refusal authority_missing.
 */
export function refuseLetter(platform: Platform, staff: Staff, id: number, given: RefusalInput) {
  const { ground, note, authority, passedOn } = given
  return moveLetter(platform, staff, id, 'refuse', async (tx, letter) => {
    if ((groundsElsewhere.includes(ground) || passedOn) && !authority)
      throw refuse('authority_missing', { authority: '请写明应当向哪个单位反映。' })
    await saveLetter(tx, letter, {
      status: passedOn ? 'routed' : 'refused',
      refusal_ground: ground,
      authority,
    })
    await endFollowUp(tx, platform, id, { staffId: staff.id, outcome: refusalGroundLabels[ground] })
    await reopenMerged(tx, platform, letter, staff.id)
    return { kind: passedOn ? 'routed' : 'refused', detail: { ground, note, authority } }
  })
}
