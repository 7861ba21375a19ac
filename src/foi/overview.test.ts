import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes } from '../../test/request-form.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { deadlinesOf } from './alerts/deadlines.ts'
import { countMyAlerts, listMyAlerts, markSeen } from './alerts/my-alerts.ts'
import { openCases } from './alerts/open-cases.ts'
import { raiseAlerts } from './alerts/raise-alerts.ts'
import { latestAnswer } from './answer-store.ts'
import { listAskedAgain } from './board/asked-again.ts'
import { readBoard } from './board/board.ts'
import { yearSummary } from './board/year-summary.ts'
import { builtCase } from './builders.ts'
import { addCaseFile } from './case-files.ts'
import { choosePublicLog } from './choose-public-log.ts'
import { clockEvent } from './clock/event.ts'
import { sendConsultation } from './consultations/consult.ts'
import { answerInput, consultationInput } from './contract.ts'
import { decideAnswer } from './decide-answer.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { caseCalendar } from './events.ts'
import { assignRequest } from './handle-request.ts'
import { erasePerson } from './privacy/erase-person.ts'
import { exportPerson } from './privacy/export-person.ts'
import { retentionEndsBefore } from './privacy/retention.ts'
import { listPublicLog } from './public-log.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { recordRemedy } from './remedies.ts'

// 2026-03-02 is a Monday. Received 2026-02-13 (make-up 02-14 and 02-28): the answer is due on 2026-03-19.
let platform: Platform & { databaseUrl: string }
let officer: Staff
let supervisor: Staff
const today = day('2026-03-02')
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
async function answered(id: number) {
  const answer = answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。' })
  await draftAnswer(platform, officer, id, answer)
  const contentHash = (await latestAnswer(platform.db, id))?.contentHash ?? ''
  await decideAnswer(platform, supervisor, id, { decision: 'approved', contentHash, reason: '' })
  await deliverAnswer(platform, officer, id, { on: today, by: 'counter', proof: '当面签收' })
}

describe('alerts', () => {
  it('half time, 5, 3, 1 working days and overdue: on these days, for the answer due 2026-03-19', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-13')
    const calendar = await caseCalendar(platform.db)
    const [one] = (await openCases(platform.db)).filter(({ request }) => request.id === id)
    if (!one) throw new Error('no case')
    const levelOn = (on: string) => deadlinesOf(calendar, one, day(on))[0]?.level
    expect(
      ['2026-03-05', '2026-03-06', '2026-03-12', '2026-03-16', '2026-03-18', '2026-03-19', '2026-03-20'].map(
        levelOn,
      ),
    ).toEqual(['half', 'half', 'days5', 'days3', 'days1', 'days1', 'overdue'])
    expect(levelOn('2026-03-02')).toBeNull()
  })
  it('are told once to handler and supervisor, by mail where there is an address; a missed day is made up for', async () => {
    const later = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
    const [handler, chief] = [await testStaff(later, 'foi_officer'), await testStaff(later, 'supervisor')]
    await testStaff(later, 'author')
    await later.db
      .updateTable('staff')
      .set({ email: 'chief@example.cn' })
      .where('id', '=', chief.id)
      .execute()
    const { id, number } = await builtCase(later, handler, '2026-02-13')
    await sendConsultation(
      later,
      handler,
      id,
      consultationInput.parse({ kind: 'third_party', name: '某公司', letter: '征求意见', on: '2026-02-13' }),
    )
    expect(await raiseAlerts(later, { today })).toBe(0)
    // The consultation is due 15 working days after 02-13: 2026-03-12. The 5-day run was missed.
    expect(await raiseAlerts(later, { today: day('2026-03-10') })).toBe(2)
    expect(await raiseAlerts(later, { today: day('2026-03-10') })).toBe(0)
    expect(await raiseAlerts(later, { today: day('2026-03-13') })).toBe(2)
    const { items } = await listMyAlerts(later, handler)
    expect(items.map(({ kind, level, dueOn }) => [kind, level, dueOn])).toEqual([
      ['consultation', 'overdue', '2026-03-12'],
      ['consultation', 'days3', '2026-03-12'],
    ])
    expect(await countMyAlerts(later.db, chief.id)).toEqual({ count: 2, oldest: '2026-03-10' })
    await markSeen(
      later,
      handler,
      items.map((item) => item.id),
    )
    expect([
      (await countMyAlerts(later.db, handler.id)).count,
      (await countMyAlerts(later.db, chief.id)).count,
    ]).toEqual([0, 2])
    const mails = await sql<{
      data: string
    }>`select data::text from pgboss.job where name = 'mail.send'`.execute(later.db)
    expect(mails.rows).toHaveLength(2)
    expect(mails.rows[0]?.data).not.toContain(number)
  })
  it('the applicant’s period for a correction, and the date inside the house, tell that they have passed', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-25')
    const department = { code: 'o', name: '办公室', position: 1 }
    const row = await platform.db
      .insertInto('departments')
      .values(department)
      .returning('id')
      .executeTakeFirstOrThrow()
    const to = { departmentId: row.id, handlerId: officer.id, internalDueOn: day('2026-03-04') }
    await assignRequest(platform, officer, id, to)
    const notice = { kind: 'correction_notice', on: '2026-03-02', items: '年度', respondBy: '2026-03-06' }
    await recordClockEvent(platform, officer, id, clockEvent.parse(notice))
    const calendar = await caseCalendar(platform.db)
    const [one] = (await openCases(platform.db)).filter(({ request }) => request.id === id)
    if (!one) throw new Error('no case')
    const passed = (on: string) =>
      deadlinesOf(calendar, one, day(on))
        .filter(({ level }) => level)
        .map(({ kind }) => kind)
    expect([passed('2026-03-04'), passed('2026-03-05'), passed('2026-03-07')]).toEqual([
      [],
      ['internal'],
      ['correction', 'internal'],
    ])
  })
})

describe('the supervisor’s board', () => {
  it('counts each open case once, by light, by handler and by age', async () => {
    const board = await readBoard(platform, supervisor)
    expect(Object.values(board.lights).reduce((sum, count) => sum + count, 0)).toBe(board.open)
    expect(board.byHandler.reduce((sum, load) => sum + load.open, 0)).toBe(board.open)
    expect(board.ages.reduce((sum, { count }) => sum + count, 0)).toBe(board.open)
    await expect(readBoard(platform, officer)).rejects.toEqual(refused('not_allowed'))
  })
  it('the year: answered in time by the case’s own clock', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26')
    const { id: late } = await builtCase(platform, officer, '2026-01-05')
    await answered(id)
    await answered(late)
    const summary = await yearSummary(platform, supervisor, 2026)
    expect(summary.answered - summary.inTime).toBe(1)
    expect(summary.outcomes.granted).toBe(summary.answered)
  })
  it('Order 711 art. 44: what several people ask is a suggestion to publish; the same person twice is none', async () => {
    const words = { description: '历年老旧小区加装电梯补贴发放明细' }
    const who = (identityNumber: string) => ({ ...words, identityKind: 'passport', identityNumber }) as const
    await builtCase(platform, officer, '2026-02-26', who('A1'))
    await builtCase(platform, officer, '2026-02-26', who('A1'))
    const about = async () =>
      (await listAskedAgain(platform, officer)).items.find((item) => item.words.includes('加装电梯'))
    expect(await about()).toBeUndefined()
    // On paper without identity and contact it may be anybody's, with the telephone of A1 it is A1's.
    const onPaper = {
      ...words,
      identityNumber: '',
      telephone: '',
      channel: 'letter',
      arrival: 'signed_for',
    } as const
    await builtCase(platform, officer, '2026-02-27', onPaper)
    await builtCase(platform, officer, '2026-02-27', onPaper)
    await builtCase(platform, officer, '2026-02-27', { ...onPaper, telephone: '13800138000' })
    expect(await about()).toBeUndefined()
    await builtCase(platform, officer, '2026-02-27', { ...who('B2'), telephone: '13900139000' })
    expect(await about()).toMatchObject({ applicants: 2, unnamed: 2 })
  })
})

describe('the public log', () => {
  it('shows the agency’s words, finds them, and no personal data passes: public_log_personal_data', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26', { description: '张小明申请公开补助办法' })
    await answered(id)
    const show = (words: string, answer = '') =>
      choosePublicLog(platform, supervisor, id, { shown: true, words, answer })
    for (const words of ['联系13800138000', '张小明要的补助办法'])
      await expect(show(words)).rejects.toEqual(refused('public_log_personal_data'))
    await expect(show('补助办法', '寄往 zhang@example.cn')).rejects.toEqual(
      refused('public_log_personal_data'),
    )
    await show('水利工程补助办法', '已在规范性文件栏目公开')
    const found = async (words: string) =>
      (await listPublicLog(platform.db, { words })).items.map((item) => item.id)
    expect(await found('水利工程')).toEqual([id])
    expect(await found('规范性文件栏目')).toEqual([id])
    await choosePublicLog(platform, supervisor, id, { shown: false, words: '', answer: '' })
    expect(await found('水利工程')).toEqual([])
  })
})

describe('personal data', () => {
  it('is handed over on request, and the reading is on the record', async () => {
    const { id, number } = await builtCase(platform, officer, '2026-02-26', {
      identityKind: 'passport',
      identityNumber: 'EXPORT1',
      telephone: '13900139001',
    })
    await expect(exportPerson(platform, supervisor, id)).rejects.toEqual(refused('not_allowed'))
    const { cases } = await exportPerson(platform, officer, id)
    expect(cases).toMatchObject([{ number, applicant: { name: '张小明' } }])
    const reads = await platform.db
      .selectFrom('audit_entries')
      .select('id')
      .where('action', '=', 'foi.export_person')
      .execute()
    expect(reads).toHaveLength(1)
  })
  it('goes when the period has passed, files included; before it retention_not_over, with a remedy remedy_open', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26')
    const file = { field: 'file', name: '申请表.png', bytes: proofBytes, tooLarge: false }
    await addCaseFile(platform, officer, id, 'application', file)
    await expect(erasePerson(platform, supervisor, id)).rejects.toEqual(refused('wrong_status'))
    await answered(id)
    await expect(erasePerson(platform, supervisor, id)).rejects.toEqual(refused('retention_not_over'))
    const old = { received_on: day('2015-05-01'), answered_on: day('2015-05-20') }
    await platform.db.updateTable('foi_requests').set(old).where('id', '=', id).execute()
    const filed = { requestId: id, kind: 'reconsideration', filedOn: day('2026-03-01'), note: '' } as const
    const remedy = await recordRemedy(platform, officer, filed)
    await expect(erasePerson(platform, supervisor, id)).rejects.toEqual(refused('remedy_open'))
    await platform.db
      .updateTable('foi_remedies')
      .set({ result: 'upheld', decided_on: today })
      .where('id', '=', remedy.id)
      .execute()
    await erasePerson(platform, supervisor, id)
    const row = await platform.db
      .selectFrom('foi_requests')
      .select(['applicant_sealed', 'description_sealed', 'applicant_digest', 'outcome'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      applicant_sealed: null,
      description_sealed: null,
      applicant_digest: null,
      outcome: 'granted',
    })
    expect(
      await platform.db.selectFrom('foi_files').select('id').where('request_id', '=', id).execute(),
    ).toEqual([])
    await expect(erasePerson(platform, supervisor, id)).rejects.toEqual(refused('erased_already'))
  })
  it('gongkai foi retention lists without changing, and erases with --apply', async () => {
    const { id, number } = await builtCase(platform, officer, '2026-02-26')
    const old = {
      status: 'archived',
      outcome: 'granted',
      received_on: day('2014-05-01'),
      answered_on: day('2014-05-20'),
    }
    await platform.db.updateTable('foi_requests').set(old).where('id', '=', id).execute()
    writeFileSync(join(platform.config.dataDir, 'secret-key'), platform.config.secretKey, { mode: 0o600 })
    const gongkai = commandsIn({ DATABASE_URL: platform.databaseUrl, DATA_DIR: platform.config.dataDir })
    const run = (...args: string[]) => gongkai('foi', 'retention', ...args)
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ expired: [number], erased: 0 })
    expect((await run('--years', '0')).status).toBe(2)
    expect(JSON.parse((await run('--apply', '--json')).stdout)).toMatchObject({ erased: 1 })
    expect(JSON.parse((await run('--json')).stdout)).toMatchObject({ expired: [] })
  }, 60_000)
  it('the period is the agency’s setting: shown, tried, used by screen, notice and command, and on the audit record', async () => {
    const { id, number } = await builtCase(platform, officer, '2026-02-26')
    const old = {
      status: 'answered',
      outcome: 'granted',
      received_on: day('2020-05-01'),
      answered_on: day('2020-05-20'),
    }
    await platform.db.updateTable('foi_requests').set(old).where('id', '=', id).execute()
    const app = await createApp(platform)
    const { headers } = await signedIn(app, platform, 'supervisor')
    const url = '/api/staff/foi/retention'
    const read = async (query = '') => (await app.inject({ url: `${url}${query}`, headers })).json()
    const put = (payload: object, by = headers) => app.inject({ method: 'PUT', url, headers: by, payload })
    const numbers = ({ items }: { items: { number: string }[] }) => items.map((item) => item.number)
    const before = await read()
    expect([before.period, before.years, numbers(before)]).toEqual([{ years: 10, basis: '' }, 10, []])
    expect(numbers(await read('?years=5'))).toEqual([number])
    expect((await read()).period.years).toBe(10)
    const handler = await signedIn(app, platform, 'foi_officer')
    expect((await put({ years: 5 }, handler.headers)).statusCode).toBe(403)
    for (const years of [0, 101, 5.5]) expect((await put({ years })).statusCode).toBe(400)
    await expect(erasePerson(platform, supervisor, id)).rejects.toEqual(refused('retention_not_over'))
    expect((await put({ years: 5, basis: '保管期限表第3条' })).statusCode).toBe(204)
    expect(numbers(await read())).toEqual([number])
    expect((await app.inject('/requests/new')).body).toContain('答复后保存5年（保管期限表第3条）')
    const gongkai = commandsIn({ DATABASE_URL: platform.databaseUrl, DATA_DIR: platform.config.dataDir })
    const { stdout } = await gongkai('foi', 'retention', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ years: 5, expired: [number], erased: 0 })
    await erasePerson(platform, supervisor, id)
    const { detail } = await platform.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'foi.set_retention')
      .executeTakeFirstOrThrow()
    expect(detail).toEqual({
      before: { years: 10, basis: '' },
      after: { years: 5, basis: '保管期限表第3条' },
    })
  }, 60_000)
  it('a period that ends on 29 February ends on the 28th of a common year', () => {
    expect(retentionEndsBefore(day('2028-02-29'), 10)).toBe('2018-02-28')
    expect(retentionEndsBefore(day('2026-03-02'), 10)).toBe('2016-03-02')
  })
})
