import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes } from '../../test/request-form.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from './builders.ts'
import { addCaseFile } from './case-files.ts'
import { choosePublicLog } from './choose-public-log.ts'
import { clockEvent } from './clock/event.ts'
import { completeApplicant } from './complete-applicant.ts'
import { sendConsultation } from './consultations/consult.ts'
import { completionInput, consultationInput } from './contract.ts'
import { correctOnline } from './correct-online.ts'
import { sendFeeNotice } from './fee/send-fee-notice.ts'
import { eraseCase } from './privacy/erase-case.ts'
import { exportPerson } from './privacy/export-person.ts'
import { readRequest, readSealed } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { keepFile } from './release/keep-file.ts'
import { recordRemedy } from './remedies.ts'
import { readTracking } from './track-request.ts'

// 2026-03-02 is a Monday.
let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  app = await createApp(platform)
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

const words = '我是张小明，补正为2017年度，请打13800138000。'
/** A case whose applicant answered a correction notice on the tracking page. */
async function corrected(more: Parameters<typeof builtCase>[3] = {}) {
  const made = await builtCase(platform, officer, '2026-02-26', more)
  const notice = { kind: 'correction_notice', on: '2026-02-27', items: '请写明年度', respondBy: '2026-03-13' }
  await recordClockEvent(platform, officer, made.id, clockEvent.parse(notice))
  await correctOnline(platform, made.id, words)
  return made
}

describe('what the applicant wrote as a correction (Order 711 art. 30)', () => {
  it('is opened by the officer, as written, on the audit record; others read it with name and telephone masked', async () => {
    const { id } = await corrected()
    for (const staff of [officer, supervisor]) {
      const shown = JSON.stringify((await readRequest(platform, staff, id)).events)
      expect(shown).toContain('补正为2017年度')
      for (const hidden of ['张小明', '13800138000', '"sealed"']) expect(shown).not.toContain(hidden)
    }
    await expect(readSealed(platform, supervisor, id)).rejects.toEqual(refused('not_allowed'))
    const { written } = await readSealed(platform, officer, id)
    expect(written).toEqual([{ kind: 'correction_received', on: '2026-03-02', words }])
    const reads = await platform.db
      .selectFrom('audit_entries')
      .select('id')
      .where('action', '=', 'foi.read_sealed')
      .where('subject_id', '=', String(id))
      .execute()
    expect(reads).toHaveLength(1)
  })
  it('what was paid is masked for those who may not read the applicant, and open for those who may', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26')
    const detail = JSON.stringify({ paidOn: '2026-03-01', reason: '张小明汇款40元' })
    const row = {
      request_id: id,
      kind: 'payment_claimed',
      on_day: platform.clock.today(),
      detail,
      at: new Date(),
    }
    await platform.db.insertInto('foi_events').values(row).execute()
    const { events } = await readRequest(platform, supervisor, id)
    expect(events.at(-1)?.detail.reason).not.toContain('张小明')
    expect((await readSealed(platform, officer, id)).written[0]?.words).toContain('张小明汇款40元')
  })
})

describe('names of files are masked for everybody who reads the case', () => {
  it('what came in, what was kept, and over the API; the download of whom may open it keeps the name', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26', { name: '欧阳甲' })
    await addCaseFile(platform, officer, id, 'application', {
      field: 'file',
      name: '欧阳甲的申请表13800138000.png',
      bytes: proofBytes,
      tooLarge: false,
    })
    const kept = { role: 'delivery_proof', note: '', name: '欧阳甲签收.png', bytes: proofBytes } as const
    await keepFile(platform, officer, id, kept)
    const stored = await platform.db.selectFrom('stored_files').select('name').execute()
    expect(stored.filter(({ name }) => name.includes('欧阳'))).toEqual([])
    const names = (await readRequest(platform, officer, id)).files.map(({ name }) => name)
    expect(names).toEqual([expect.stringMatching(/^欧\*+的申请表138\*+\.png$/)])
    const { headers } = await signedIn(app, platform, 'supervisor')
    const url = `/api/staff/foi/requests/${id}/documents`
    const { files } = (await app.inject({ url, headers })).json()
    expect(files[0].name).toMatch(/^欧\*+签收\.png$/)
    const reader = await signedIn(app, platform, 'foi_officer')
    const [material] = (await readRequest(platform, officer, id)).files
    for (const [path, name] of [
      [`materials/${material?.id}`, '欧阳甲的申请表13800138000.png'],
      [`files/${files[0].id}`, '欧阳甲签收.png'],
    ]) {
      const opened = await app.inject({
        url: `/api/staff/foi/requests/${id}/${path}`,
        headers: reader.headers,
      })
      expect(opened.headers['content-disposition']).toContain(encodeURIComponent(name ?? ''))
      const shut = await app.inject({ url: `/api/staff/foi/requests/${id}/${path}`, headers })
      expect(shut.statusCode).toBe(403)
    }
  })
})

describe('a person is given everything that is kept about them (PIPL art. 45)', () => {
  it('words written later, papers with their hash, proofs, remedies; not the name of who was consulted', async () => {
    const { id } = await corrected({
      identityKind: 'passport',
      identityNumber: 'PERSON1',
      telephone: '13900139003',
    })
    const paper = (name: string) => ({ field: 'file', name, bytes: proofBytes, tooLarge: false })
    await addCaseFile(platform, officer, id, 'application', paper('张小明申请表.png'))
    const party = { kind: 'third_party', name: '王大明', contact: '', isPerson: true, letter: '问' }
    await sendConsultation(platform, officer, id, consultationInput.parse({ ...party, on: '2026-03-02' }))
    const proof = { role: 'delivery_proof', note: '', bytes: proofBytes } as const
    await keepFile(platform, officer, id, { ...proof, name: '张小明和王大明签收.png' })
    await keepFile(platform, officer, id, { ...proof, role: 'record', name: '不公开的记录.png' })
    const filed = {
      requestId: id,
      kind: 'complaint',
      filedOn: platform.clock.today(),
      note: '答复太慢',
    } as const
    await recordRemedy(platform, officer, filed)
    const { cases, words: inWords } = await exportPerson(platform, officer, id)
    expect(cases).toHaveLength(1)
    expect(cases[0]?.written).toEqual([{ on: '2026-03-02', what: '收到补正', words }])
    expect(cases[0]?.files).toMatchObject([
      { what: '申请材料', name: '张小明申请表.png', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { what: '送达凭证', name: expect.stringMatching(/^张小明和王\*+签收\.png$/) },
    ])
    expect(cases[0]?.remedies).toMatchObject([{ what: '投诉举报', note: '答复太慢' }])
    for (const said of [
      '护照：PERSON1',
      `收到补正：${words}`,
      '申请材料　张小明申请表.png',
      '投诉举报',
      '告知补正',
    ])
      expect(inWords).toContain(said)
    expect(inWords).not.toContain('王大明')
  })
  it('an organisation, and paper without a number of a proof: found by name and telephone, or name and e-mail', async () => {
    const business = {
      applicantKind: 'business',
      name: '江城某某担保公司',
      identityKind: 'organization_code',
      identityNumber: '',
    } as const
    const reach = { telephone: '027-88880000', email: 'office@example.cn' }
    const both = await builtCase(platform, officer, '2026-02-26', { ...business, ...reach })
    const called = await builtCase(platform, officer, '2026-02-26', { ...business, telephone: '02788880000' })
    const wrote = { ...business, telephone: '', email: 'Office@example.cn' }
    const mailed = await builtCase(platform, officer, '2026-02-26', wrote)
    // The same telephone under another name is somebody else.
    await builtCase(platform, officer, '2026-02-26', { ...business, ...reach, name: '江城另一家公司' })
    for (const { id } of [both, called, mailed]) {
      const { cases } = await exportPerson(platform, officer, id)
      expect(cases.map(({ number }) => number)).toEqual([both.number, called.number, mailed.number])
    }
    await platform.inTransaction((tx) => eraseCase(platform, tx, mailed.id))
    expect((await exportPerson(platform, officer, both.id)).cases).toHaveLength(2)
  })
})

describe('who speaks for the applicant, and who was consulted, are nobody’s to read', () => {
  it('their names are starred in the words of the request; an organisation’s own name is not', async () => {
    const business = {
      applicantKind: 'business',
      name: '江城律师事务所',
      identityKind: 'organization_code',
    } as const
    const people = { identityNumber: '', representative: '司马乙', contactName: '上官丙' }
    const description = '江城律师事务所司马乙申请公开担保资金分配办法，请与上官丙联系'
    const { id } = await builtCase(platform, officer, '2026-02-26', { ...business, ...people, description })
    const { request } = await readRequest(platform, supervisor, id)
    for (const name of ['司马乙', '上官丙']) expect(request.descriptionMasked).not.toContain(name)
    await addCaseFile(platform, officer, id, 'application', {
      field: 'file',
      name: '江城律师事务所上官丙来函.png',
      bytes: proofBytes,
      tooLarge: false,
    })
    const [file] = (await readRequest(platform, supervisor, id)).files
    expect(file?.name).toMatch(/^江城律师事务所上\*+来函\.png$/)
  })
  it('the public log takes none of them: public_log_personal_data', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26', { telephone: '13900139009' })
    const party = { kind: 'third_party', name: '诸葛丁', contact: '', isPerson: true, letter: '问' }
    await sendConsultation(platform, officer, id, consultationInput.parse({ ...party, on: '2026-03-02' }))
    await platform.db
      .updateTable('foi_requests')
      .set({ status: 'answered', outcome: 'granted', answered_on: platform.clock.today() })
      .where('id', '=', id)
      .execute()
    const show = (words: string, answer: string) =>
      choosePublicLog(platform, supervisor, id, { shown: true, words, answer })
    for (const [words, answer] of [
      ['诸葛丁的补助', ''],
      ['补助办法', '已征求诸葛丁的意见'],
      ['张小明的申请', ''],
    ] as const)
      await expect(show(words, answer)).rejects.toEqual(refused('public_log_personal_data'))
    await show('补助办法', '予以公开')
  })
})

it('the tracking page says by when the fee is to be paid: 20 working days after the notice', async () => {
  const { id } = await builtCase(platform, officer, '2026-02-26')
  const notice = { on: platform.clock.today(), method: 'per_request', quantity: 12, way: '缴入国库' } as const
  await sendFeeNotice(platform, officer, id, notice)
  // 2026-03-03 is day one, four weeks of five working days end on 03-30.
  expect((await readTracking(platform, id)).nextOn).toBe('2026-03-30')
})

it('PIPL art. 46: what is wrong is corrected for a reason, sealed, and the same person is found by it; without one nothing_lacking', async () => {
  const mine = { identityKind: 'passport', identityNumber: 'RIGHT1', telephone: '13900139011' } as const
  const { id } = await builtCase(platform, officer, '2026-02-26', { ...mine, name: '慕容戊' })
  const correct = (given: object) =>
    completeApplicant(platform, officer, id, completionInput.parse({ identityKind: 'passport', ...given }))
  await expect(correct({ telephone: '13900139012' })).rejects.toEqual(refused('nothing_lacking'))
  await correct({ name: '慕容己', telephone: '13900139012', reason: '慕容戊的姓名登记错误' })
  const { applicant } = await readSealed(platform, officer, id)
  expect(applicant).toMatchObject({ name: '慕容己', telephone: '13900139012', identityNumber: 'RIGHT1' })
  const { events, request } = await readRequest(platform, supervisor, id)
  expect(request.applicantMasked).toBe('慕**')
  expect(events.at(-1)).toMatchObject({ kind: 'applicant_corrected' })
  expect(JSON.stringify(events)).not.toContain('慕容戊')
  const again = { identityNumber: '', telephone: '139 0013 9012', name: '慕容己' }
  const other = await builtCase(platform, officer, '2026-02-26', again)
  expect((await exportPerson(platform, officer, other.id)).cases).toHaveLength(2)
})
