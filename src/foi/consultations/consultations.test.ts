import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { latestAnswer } from '../answer-store.ts'
import { builtCase } from '../builders.ts'
import { answerInput, consultationInput } from '../contract.ts'
import { decideAnswer } from '../decide-answer.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { draftAnswer } from '../draft-answer.ts'
import { readRequest } from '../read-request.ts'
import { closeConsultation, recordConsultationDelivery, sendConsultation } from './consult.ts'
import { listConsultations } from './consultation-store.ts'
import { overrideRefusal, recordOverrideNotice } from './override-refusal.ts'

// 2026-03-02 is a Monday; no day off until Qingming, 04-04 to 04-06.
let platform: Platform
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const asked = (kind: 'third_party' | 'other_agency', on: string) =>
  consultationInput.parse({
    kind,
    name: '王大明',
    contact: '13900139000',
    isPerson: true,
    letter: '拟公开补助名单，征求意见。',
    on,
  })
async function consulted(kind: 'third_party' | 'other_agency' = 'third_party', on = '2026-02-26') {
  const { id } = await builtCase(platform, officer, '2026-02-25')
  await sendConsultation(platform, officer, id, asked(kind, on))
  const [consultation] = await listConsultations(platform.db, [id])
  return { id, consultationId: consultation?.id ?? 0 }
}
const opinion = (
  id: number,
  at: number,
  given: 'agrees' | 'refuses' | 'silent',
  reasons = '',
  on = '2026-03-02',
) => closeConsultation(platform, officer, id, at, { on: day(on), opinion: given, reasons })
const granted = answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。' })

describe('a consultation', () => {
  it('stops the clock, has a date of its own, keeps the name sealed, and lets the clock go on', async () => {
    const { id, consultationId } = await consulted()
    const view = await readRequest(platform, officer, id)
    expect(view.due?.waitsFor).toBe('consultation')
    // Fifteen working days after 02-26 (work 02-28): 02-27 02-28 03-02 … 03-18.
    expect(view.consultations[0]).toMatchObject({ dueOn: '2026-03-18', partyMasked: '王**' })
    const rows = await platform.db.selectFrom('foi_consultations').selectAll().execute()
    const events = await platform.db.selectFrom('foi_events').selectAll().execute()
    expect(JSON.stringify([rows, events])).not.toMatch(/王大明|13900139000/)
    await recordConsultationDelivery(platform, officer, id, consultationId, day('2026-02-28'))
    const [delivered] = (await readRequest(platform, officer, id)).consultations
    expect(delivered?.dueOn).toBe('2026-03-20')
    await opinion(id, consultationId, 'agrees')
    // 20 working days after 02-25, without 02-27 02-28 03-02.
    expect((await readRequest(platform, officer, id)).due?.dueOn).toBe('2026-03-27')
    await draftAnswer(platform, officer, id, granted)
  })
  it('is refused: event_in_future, consultation_closed, refusal_needs_reasons', async () => {
    const { id, consultationId } = await consulted()
    await expect(opinion(id, consultationId, 'agrees', '', '2026-03-03')).rejects.toEqual(
      refused('event_in_future'),
    )
    await expect(opinion(id, consultationId, 'refuses')).rejects.toEqual(refused('refusal_needs_reasons'))
    await opinion(id, consultationId, 'agrees')
    await expect(opinion(id, consultationId, 'agrees')).rejects.toEqual(refused('consultation_closed'))
    await expect(
      recordConsultationDelivery(platform, officer, id, consultationId, day('2026-03-02')),
    ).rejects.toEqual(refused('consultation_closed'))
    await expect(opinion(id, consultationId + 1000, 'agrees')).rejects.toEqual(refused('not_found'))
  })
  it('silence counts only after the fifteenth working day', async () => {
    const { id, consultationId } = await consulted('other_agency')
    await expect(opinion(id, consultationId, 'silent')).rejects.toEqual(refused('consultation_not_lapsed'))
    const { id: old } = await builtCase(platform, officer, '2026-01-19')
    await sendConsultation(platform, officer, old, asked('other_agency', '2026-01-20'))
    const [late] = await listConsultations(platform.db, [old])
    await opinion(old, late?.id ?? 0, 'silent')
    expect((await readRequest(platform, officer, old)).consultations[0]?.silenceMeans).toContain('视为同意')
  })
})

describe('Order 711 art. 32: a reasoned refusal', () => {
  it('keeps the information closed unless the approver decides for the public interest and the third party is told', async () => {
    const { id, consultationId } = await consulted()
    await expect(overrideRefusal(platform, supervisor, id, consultationId, '公共利益')).rejects.toEqual(
      refused('override_without_refusal'),
    )
    await opinion(id, consultationId, 'refuses', '涉及商业秘密，公开会造成损失')
    await expect(draftAnswer(platform, officer, id, granted)).rejects.toEqual(refused('third_party_refused'))
    await expect(overrideRefusal(platform, officer, id, consultationId, '公共利益')).rejects.toEqual(
      refused('not_allowed'),
    )
    await expect(overrideRefusal(platform, supervisor, id, consultationId, '')).rejects.toEqual(
      refused('override_needs_reason'),
    )
    await expect(
      recordOverrideNotice(platform, officer, id, consultationId, day('2026-03-02')),
    ).rejects.toEqual(refused('override_without_refusal'))
    await overrideRefusal(platform, supervisor, id, consultationId, '不公开会严重影响食品安全')
    await draftAnswer(platform, officer, id, granted)
    const contentHash = (await latestAnswer(platform.db, id))?.contentHash ?? ''
    await decideAnswer(platform, supervisor, id, { decision: 'approved', contentHash, reason: '' })
    const deliver = () =>
      deliverAnswer(platform, officer, id, { on: day('2026-03-02'), by: 'counter', proof: '当面签收' })
    await expect(deliver()).rejects.toEqual(refused('override_not_told'))
    await recordOverrideNotice(platform, officer, id, consultationId, day('2026-03-02'))
    await deliver()
  })
})
