import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { readBoard } from './board/board.ts'
import { yearSummary } from './board/year-summary.ts'
import { approveAnswer, builtCase } from './builders.ts'
import { choosePublicLog } from './choose-public-log.ts'
import { answerInput, type Outcome, reopeningInput } from './contract.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { replies2014 } from './form-2014.ts'
import { listPublicLog } from './public-log.ts'
import { readRequest } from './read-request.ts'
import { reopenRequest } from './reopen-request.ts'
import { requestTable } from './request-table.ts'
import { requestTableFaults } from './table-checks.ts'

// Received 2025-11-03, answered 2025-11-24; reopened on Monday 2026-03-02.
let platform: Platform
let officer: Staff
let supervisor: Staff
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
async function answer(id: number, outcome: Outcome) {
  const body = '依照条例办理，理由见附件说明。'
  await draftAnswer(platform, officer, id, answerInput.parse({ outcome, body }))
  await approveAnswer(platform, supervisor, id)
  await deliverAnswer(platform, officer, id, { on: day('2026-03-02'), by: 'counter', proof: '当面签收' })
}
async function answeredIn2025() {
  const { id } = await builtCase(platform, officer, '2025-11-03')
  await answer(id, 'refused_internal')
  await platform.db
    .updateTable('foi_requests')
    .set({ answered_on: day('2025-11-24') })
    .where('id', '=', id)
    .execute()
  return id
}
const reopen = (id: number, more = {}) =>
  reopenRequest(
    platform,
    supervisor,
    id,
    reopeningInput.parse({
      reason: '复议机关撤销原答复',
      basis: 'reconsideration',
      documentNumber: '复决〔2026〕1号',
      ...more,
    }),
  )
const tables = async () => [await requestTable(platform.db, 2025), await requestTable(platform.db, 2026)]

describe('a case that is handled again', () => {
  it('has a new period from the day of the decision, and says why', async () => {
    const id = await answeredIn2025()
    await reopen(id, { on: '2026-02-25' })
    const { due, urgency, request } = await readRequest(platform, officer, id)
    // 02-26 27 28 (worked), 03-02 to 06 (8), 09 to 13 (13), 16 to 20 (18), 23, 24.
    expect([due?.dueOn, urgency, request.status]).toEqual(['2026-03-24', 'calm', 'handling'])
    expect(due?.steps.at(-1)).toMatchObject({
      kind: 'reopened',
      basis: 'reconsideration',
      documentNumber: '复决〔2026〕1号',
    })
    expect((await readBoard(platform, supervisor)).lights.overdue).toBe(0)
  })
  it('or until the day that the decision sets', async () => {
    const id = await answeredIn2025()
    await reopen(id, { answerBy: '2026-03-16' })
    expect((await readRequest(platform, officer, id)).due).toMatchObject({
      dueOn: '2026-03-16',
      law: 'Order 711 art. 51',
    })
  })
  it('is refused: reopen_needs_document, reopen_before_answer, event_in_future, ordered_day_past', async () => {
    const id = await answeredIn2025()
    await expect(reopen(id, { documentNumber: '' })).rejects.toEqual(refused('reopen_needs_document'))
    await expect(reopen(id, { on: '2025-11-21' })).rejects.toEqual(refused('reopen_before_answer'))
    await expect(reopen(id, { on: '2026-03-03' })).rejects.toEqual(refused('event_in_future'))
    await expect(reopen(id, { answerBy: '2026-03-01' })).rejects.toEqual(refused('ordered_day_past'))
  })
  it('leaves the log of answers until it is answered anew', async () => {
    const id = await answeredIn2025()
    await choosePublicLog(platform, supervisor, id, { shown: true, words: '某项内部事务', answer: '' })
    const listed = async () => (await listPublicLog(platform.db, { words: '' })).items.map((item) => item.id)
    expect(await listed()).toContain(id)
    await reopen(id)
    expect(await listed()).not.toContain(id)
  })
  it('ADR 0025: counts in the year of its first answer, before, while and after it is handled again', async () => {
    const id = await answeredIn2025()
    const before = await tables()
    const [summary, replies] = [
      await yearSummary(platform, supervisor, 2025),
      await replies2014(platform.db, 2025),
    ]
    await reopen(id)
    expect(await tables()).toEqual(before)
    await answer(id, 'granted')
    expect(await tables()).toEqual(before)
    await reopen(id, { reason: '判决撤销', basis: 'lawsuit', documentNumber: '（2026）行终1号' })
    expect(await tables()).toEqual(before)
    expect(await yearSummary(platform, supervisor, 2025)).toEqual(summary)
    expect(await replies2014(platform.db, 2025)).toEqual(replies)
    for (const table of before) expect(requestTableFaults(table as never)).toEqual([])
    expect((await readRequest(platform, officer, id)).request).toMatchObject({
      firstAnsweredOn: '2025-11-24',
      firstOutcome: 'refused_internal',
    })
  })
})
