import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { builtSection } from '../publishing/builders.ts'
import { publishedFact } from '../statistics/builders.ts'
import { decideReport, presentReport, submitReport } from './approve-report.ts'
import { figuresAreRows } from './figures-are-rows.ts'
import { makeReportArticle } from './make-article.ts'
import { readReport } from './read-report.ts'
import { recordItem } from './record-item.ts'
import { itemsOf } from './recorded-items.ts'
import { reportFindings } from './report-checks.ts'
import { readPublicReportData, readReportData } from './report-data.ts'

let platform: Platform
let statistician: Staff
let supervisor: Staff
let both: Staff
let section: number
const year = 2021
beforeAll(async () => {
  platform = await testPlatform({ now: '2022-01-20T10:00:00+08:00' })
  statistician = await testStaff(platform, 'statistician')
  supervisor = await testStaff(platform, 'supervisor')
  both = await testStaff(platform, 'statistician', 'supervisor', 'author')
  section = await builtSection(platform)
  await publishedFact(platform, section, { on: '2021-03-03' })
  await platform.db
    .insertInto('foi_requests')
    .values({
      number: '2021-1',
      channel: 'letter',
      applicant_kind: 'business',
      status: 'answered',
      received_on: day('2021-02-01'),
      answered_on: day('2021-02-20'),
      outcome: 'granted',
      rules: '711',
      description_masked: '申请',
    })
    .execute()
})
const numberOf = (value: string) => ({ value, source: '办公室台账' })
const write = (key: string, value: string, source = '办公室台账', staff = statistician) =>
  recordItem(platform, staff, year, key, { value, source })
const approve = async (staff: Staff, reason = '') =>
  decideReport(platform, staff, year, {
    decision: 'approved',
    contentHash: (await presentReport(platform.db, year)).hash,
    reason,
  })
const giveBack = (staff: Staff, reason: string) =>
  decideReport(platform, staff, year, { decision: 'returned', contentHash: 'x'.repeat(64), reason })
const code = (expected: string) => ({ code: expected })

describe('the part of the report that no record tells', () => {
  it.each([
    ['rules.made', '3.5', '台账', 'value_refused'],
    ['rules.made', '-1', '台账', 'value_refused'],
    ['rules.made', '一', '台账', 'value_refused'],
    ['charges.amount', '1.2345678', '台账', 'value_refused'],
    ['rules.made', '3', '', 'source_missing'],
    ['funding', '3', '台账', 'item_unknown'],
    ['no.such', '3', '台账', 'item_unknown'],
  ])('%s = %s from “%s” is refused: %s', async (key, value, source, expected) => {
    await expect(write(key, value, source)).rejects.toMatchObject(code(expected))
  })

  it('is written with who and when, shows to readers only after approval, and can be taken back', async () => {
    await write('charges.amount', '670.376375')
    await write('text.problems', '基层力量不足。\n下一步加强培训。')
    const { items } = await readReport(platform, statistician, year)
    const charges = items.find((item) => item.key === 'charges.amount')
    expect([charges?.value, charges?.source, charges?.recordedBy]).toEqual([
      '670.376375',
      '办公室台账',
      statistician.name,
    ])
    expect((await readReportData(platform.db, year)).recorded['charges.amount']).toBe('670.376375')
    expect((await readPublicReportData(platform.db, year)).recorded).toEqual({})
    await write('charges.amount', '', '')
    expect((await readReportData(platform.db, year)).recorded['charges.amount']).toBeUndefined()
    await expect(write('rules.made', '1', '台账', supervisor)).rejects.toMatchObject(code('not_allowed'))
  })

  it('tells what contradicts the tables: T2-1, T3-4, ALL-1, TX-1', async () => {
    const data = await readReportData(platform.db, year)
    const recorded = {
      'rules.made': '2',
      'rules.repealed': '1',
      'rules.in_force': '9',
      'text.other': '全年收到政府信息公开申请3件。',
    }
    const before = {
      requests: { ...data.tables.requests, carried_out: [0, 1, 0, 0, 0, 0, 1] },
      recorded: { 'rules.in_force': '10' },
      normativeInForce: 4,
    }
    const figures = { ...data.figures, 'policy.normative_in_force': 9, 'policy.normative_repealed': 1 }
    const findings = reportFindings({ ...data, figures, recorded }, before)
    const told = (wanted: string) => findings.filter((finding) => finding.code === wanted)
    const expected = (text: string) => ({ level: 'warning', text: expect.stringContaining(text) })
    // 规章: 10 + 2 − 1; 规范性文件: 4 + none made − 1.
    expect(told('T2-1')).toMatchObject([
      expected('规章现行有效件数应为11件'),
      expected('行政规范性文件现行有效件数应为3件'),
    ])
    expect(told('T3-4')).toHaveLength(2)
    expect(told('TX-1')).toMatchObject([
      { level: 'warning', text: expect.stringContaining('收到政府信息公开申请3件') },
    ])
    expect(told('ALL-1').some(({ level }) => level === 'error')).toBe(true)
  })
})

describe('the way of a report to publication', () => {
  it('is complete, approved by a second person for exactly what it says, then published as an item', async () => {
    await expect(submitReport(platform, statistician, year)).rejects.toMatchObject(code('report_faulty'))
    await expect(approve(supervisor)).rejects.toMatchObject(code('report_not_submitted'))
    await expect(makeReportArticle(platform, both, year, section)).rejects.toMatchObject(
      code('report_not_approved'),
    )
    for (const { key, kind } of itemsOf('2021'))
      await recordItem(
        platform,
        both,
        year,
        key,
        kind === 'text' ? { value: '已按要求开展。', source: '' } : numberOf('0'),
      )
    await submitReport(platform, both, year)
    await expect(write('rules.made', '1')).rejects.toMatchObject(code('report_in_approval'))
    await expect(submitReport(platform, both, year)).rejects.toMatchObject(code('report_in_approval'))
    await expect(approve(both)).rejects.toMatchObject(code('own_report'))
    await expect(giveBack(supervisor, '')).rejects.toMatchObject(code('reason_missing'))
    await publishedFact(platform, section, { on: '2021-05-05' })
    await expect(approve(supervisor)).rejects.toMatchObject(code('report_changed'))
    await giveBack(supervisor, '又公开了一条，请重新提交。')
    expect((await readReport(platform, both, year)).returnedReason).toContain('重新提交')
    await submitReport(platform, both, year)
    await approve(supervisor)
    expect((await readPublicReportData(platform.db, year)).recorded['rules.made']).toBe('0')
    const { id } = await makeReportArticle(platform, both, year, section)
    await expect(makeReportArticle(platform, both, year, section)).rejects.toMatchObject(
      code('article_exists'),
    )
    const item = await platform.db
      .selectFrom('revisions')
      .selectAll()
      .where('article_id', '=', id)
      .executeTakeFirstOrThrow()
    expect([item.document_kind, item.title]).toEqual([
      'report',
      expect.stringContaining('2021年政府信息公开工作年度报告'),
    ])
    expect(item.body_text).toContain('收到政府信息公开申请1件')
  })

  it('goes over the API, where each role may do its own', async () => {
    const app = await createApp(platform)
    const person = await signedIn(app, platform, 'statistician')
    const url = '/api/staff/annual-reports/2020'
    expect((await app.inject({ url, headers: person.headers })).json()).toMatchObject({
      form: '2019',
      abilities: { write: true, decide: false, makeArticle: false },
    })
    const put = { method: 'PUT' as const, url: `${url}/items/licences.change`, headers: person.headers }
    expect((await app.inject({ ...put, payload: { value: '+82', source: '审批处' } })).statusCode).toBe(204)
    expect((await app.inject({ ...put, payload: { value: 'x', source: '审批处' } })).json().code).toBe(
      'value_refused',
    )
    const word = await app.inject({ url: `${url}/document.docx`, headers: person.headers })
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const stranger = await signedIn(app, platform, 'hotline_agent')
    expect((await app.inject({ url, headers: stranger.headers })).statusCode).toBe(403)
  })

  it('verify finds that every figure is as many as its rows', async () => {
    expect(await figuresAreRows.run(platform)).toBeUndefined()
  })
})
