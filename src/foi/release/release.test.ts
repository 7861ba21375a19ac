import { PDFDocument, StandardFonts } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import type { App } from '#platform/http'
import { testPlatform } from '../../../test/platform.ts'
import { proofBytes } from '../../../test/request-form.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { builtSection } from '../../publishing/builders.ts'
import { approveAnswer, builtCase, builtParts } from '../builders.ts'
import { addCaseFile } from '../case-files.ts'
import { closeConsultation, sendConsultation } from '../consultations/consult.ts'
import { listConsultations } from '../consultations/consultation-store.ts'
import { answerInput, consultationInput, type Outcome } from '../contract.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { listLetters } from '../documents/letter-store.ts'
import { makeLetter } from '../documents/make-letter.ts'
import { draftAnswer } from '../draft-answer.ts'
import { archiveRequest } from '../end-request.ts'
import { moveRequest } from '../move-request.ts'
import { eraseExpired, erasePerson } from '../privacy/erase-person.ts'
import { exportPerson } from '../privacy/export-person.ts'
import { queryCodeFor } from '../query-code.ts'
import { recordRemedy, recordRemedyResult } from '../remedies.ts'
import { type Move, mayMove, moves } from '../request.ts'
import { archiveVerification, readArchives } from './archive.ts'
import { listCaseFiles } from './case-file-store.ts'
import { keepFile, redactFile, releaseFile } from './keep-file.ts'
import type { Manifest } from './manifest.ts'
import { publishReleased } from './publish-released.ts'
import { listWithheld, reassess } from './reassess.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
const refused = (code: string) => expect.objectContaining({ code })
const telephone = '13912345678'
beforeAll(async () => {
  platform = await testPlatform({ now: '2024-03-15T10:00:00+08:00' })
  app = await createApp(platform)
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

async function record(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage([595, 842]).drawText(`Payment 2017 contact ${telephone}`, { x: 60, y: 700, size: 14, font })
  return Buffer.from(await pdf.save())
}
async function caseWithRecord() {
  const made = await builtCase(platform, officer, '2024-03-11')
  await keepFile(platform, officer, made.id, {
    role: 'record',
    note: '',
    name: '拨款.pdf',
    bytes: await record(),
  })
  const [file] = await listCaseFiles(platform.db, made.id)
  return { ...made, fileId: file?.id ?? 0 }
}
async function answered(id: number, outcome: Outcome, to = '') {
  await draftAnswer(
    platform,
    officer,
    id,
    answerInput.parse({
      outcome,
      body: `${to}理由和内容写在这里，足够长。`,
      parts: outcome === 'partly_granted' ? builtParts : [],
    }),
  )
  await approveAnswer(platform, supervisor, id)
  await deliverAnswer(platform, officer, id, { on: day('2024-03-15'), by: 'online', proof: '网上送达' })
}
async function redactedAndReleased() {
  const made = await caseWithRecord()
  await redactFile(platform, officer, made.id, made.fileId, {
    areas: [],
    terms: [telephone],
    reasons: ['个人隐私'],
  })
  for (const file of (await listCaseFiles(platform.db, made.id)).filter(({ role }) => role === 'redacted'))
    await releaseFile(platform, officer, made.id, file.id, true)
  await answered(made.id, 'partly_granted')
  return made
}
/** A case with everything: papers that came in, a consultation, letters, the record and its covered form, a proof. */
async function fullCase(more: Parameters<typeof builtCase>[3] = {}) {
  const { id } = await builtCase(platform, officer, '2024-03-11', more)
  const paper = (name: string) => ({ field: 'file', name, bytes: proofBytes, tooLarge: false })
  await addCaseFile(platform, officer, id, 'identity_proof', paper('张小明身份证.png'))
  const party = { kind: 'third_party', name: '王大明', contact: '13900139000', isPerson: true }
  const input = consultationInput.parse({ ...party, letter: '王大明：是否同意公开？', on: '2024-03-12' })
  await sendConsultation(platform, officer, id, input)
  await makeLetter(platform, officer, id, 'third_party_consultation')
  const consultationId = (await listConsultations(platform.db, [id]))[0]?.id ?? 0
  const opinion = { on: day('2024-03-13'), opinion: 'agrees', reasons: '' } as const
  await closeConsultation(platform, officer, id, consultationId, opinion)
  await addCaseFile(platform, officer, id, 'consultation', paper('王大明复函.png'))
  await keepFile(platform, officer, id, { role: 'record', note: '', name: '拨款.pdf', bytes: await record() })
  const source = (await listCaseFiles(platform.db, id))[0]?.id ?? 0
  await redactFile(platform, officer, id, source, { areas: [], terms: [telephone], reasons: ['个人隐私'] })
  await answered(id, 'partly_granted', '张小明：')
  await makeLetter(platform, officer, id, 'answer')
  const proof = { role: 'delivery_proof', note: '', name: '张小明签收.png', bytes: proofBytes } as const
  await keepFile(platform, officer, id, proof)
  return id
}
const post = (url: string, body: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(body).toString(),
  })

describe('a record', () => {
  it('is kept sealed, redacted into two new files with the reason, and the record stays', async () => {
    const { id, fileId } = await caseWithRecord()
    await redactFile(platform, officer, id, fileId, { areas: [], terms: [telephone], reasons: ['个人隐私'] })
    const files = await listCaseFiles(platform.db, id)
    expect(files.map(({ role, name }) => [role, name])).toEqual([
      ['record', '文件.pdf'],
      ['redacted', '遮盖件1.pdf'],
      ['redacted', '遮盖件1（文字版）.txt'],
    ])
    expect(files[1]?.reasons).toEqual(['个人隐私'])
    const rows = await platform.db.selectFrom('stored_files').select('sealed').execute()
    expect(rows.every((row) => row.sealed)).toBe(true)
  })
  it('of another case is not found', async () => {
    const [first, second] = [await caseWithRecord(), await caseWithRecord()]
    await expect(releaseFile(platform, officer, first.id, second.fileId, true)).rejects.toEqual(
      refused('file_not_of_case'),
    )
  })
})

describe('the applicant', () => {
  it('takes letters and released files with number and code, and nothing else', async () => {
    const { id, number } = await redactedAndReleased()
    await makeLetter(platform, officer, id, 'answer')
    const key = { number, code: queryCodeFor(platform, { number, codeIssue: 0 }) }
    const page = (await post('/requests/track', key)).body
    expect(page).toContain('下载 部分公开告知书（依申请〔2024〕1号）')
    expect(page).toContain('下载 遮盖件1.pdf')
    expect(page).not.toContain('下载 拨款.pdf')
    const [record, pdf, text] = await listCaseFiles(platform.db, id)
    const taken = await post('/requests/track/download', { ...key, file: String(text?.id) })
    expect([taken.statusCode, taken.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(taken.body).not.toContain(telephone)
    expect((await post('/requests/track/download', { ...key, file: String(pdf?.id) })).statusCode).toBe(200)
    expect((await post('/requests/track/download', { ...key, file: String(record?.id) })).statusCode).toBe(
      404,
    )
    expect(
      (await post('/requests/track/download', { ...key, code: 'AAAAAAAAAA', file: String(text?.id) }))
        .statusCode,
    ).toBe(404)
  })
  it('sees no released file before the answer was delivered', async () => {
    const { id, number, fileId } = await caseWithRecord()
    await releaseFile(platform, officer, id, fileId, true)
    const page = (
      await post('/requests/track', { number, code: queryCodeFor(platform, { number, codeIssue: 0 }) })
    ).body
    expect(page).not.toContain('拨款.pdf')
  })
})

describe('the archive, Order 711 art. 45', () => {
  it('lists everything with its hash, and verify finds what was changed afterwards', async () => {
    const id = await fullCase()
    await archiveRequest(platform, officer, id)
    expect(await archiveVerification.run(platform)).toBeUndefined()
    const row = await platform.db
      .selectFrom('foi_archives')
      .selectAll()
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow()
    const manifest = row.manifest as unknown as Manifest
    expect(manifest.consultations).toMatchObject([{ kind: 'third_party', opinion: 'agrees' }])
    expect(JSON.stringify(manifest)).not.toMatch(/张小明|王大明/)
    expect(manifest.files.map(({ what }) => what.split(' ')[0])).toEqual([
      'identity_proof',
      'consultation',
      'third_party_consultation',
      'answer_partly_granted',
      'record',
      'redacted',
      'redacted',
      'delivery_proof',
    ])
    const changed = { ...manifest, files: manifest.files.slice(1) }
    await platform.db
      .updateTable('foi_archives')
      .set({ manifest: JSON.stringify(changed) })
      .where('id', '=', row.id)
      .execute()
    expect(await archiveVerification.run(platform)).toContain('its list was changed')
    await platform.db
      .updateTable('foi_archives')
      .set({ manifest: JSON.stringify(manifest) })
      .where('id', '=', row.id)
      .execute()
    expect(await archiveVerification.run(platform)).toBeUndefined()
  })
})

describe('an archived case', () => {
  it('has a later list for what happens to it afterwards', async () => {
    const id = await fullCase()
    await archiveRequest(platform, officer, id)
    const filed = { requestId: id, kind: 'reconsideration', filedOn: day('2024-03-15'), note: '' } as const
    const remedy = await recordRemedy(platform, officer, filed)
    const result = { result: 'upheld', decidedOn: day('2024-03-15') } as const
    await recordRemedyResult(platform, officer, remedy.id, result)
    const lists = await readArchives(platform, officer, id)
    expect(lists.map(({ manifest }) => manifest.remedies)).toEqual([
      [{ kind: 'reconsideration', filedOn: '2024-03-15', result: 'upheld', decidedOn: '2024-03-15' }],
      [{ kind: 'reconsideration', filedOn: '2024-03-15', result: null, decidedOn: null }],
      [],
    ])
  })
  it('has one for every move that an archived case allows, and for a run of retention', async () => {
    const id = await fullCase()
    await archiveRequest(platform, officer, id)
    const counted = async () => (await readArchives(platform, officer, id)).length
    const allowed = (Object.keys(moves) as Move[]).filter((move) => mayMove('archived', move))
    expect(allowed).toEqual(expect.arrayContaining(['choose_public_log', 'reassess', 'erase_person']))
    const both = await testStaff(platform, 'foi_officer', 'supervisor')
    let lists = await counted()
    for (const move of allowed) {
      await moveRequest(platform, both, id, move, () => ({ kind: `after_${move}`, on: day('2024-03-15') }))
      expect(await counted()).toBe(++lists)
    }
    const [latest] = await readArchives(platform, officer, id)
    expect(latest?.manifest.events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(allowed.map((move) => `after_${move}`)),
    )
    const asked = {
      on: day('2024-03-15'),
      result: 'still_withheld',
      reason: '仍需保密',
      nextOn: null,
    } as const
    await reassess(platform, officer, id, asked)
    expect((await readArchives(platform, officer, id))[0]?.manifest.reassessments).toEqual([
      { on: '2024-03-15', result: 'still_withheld', nextOn: '2025-03-15' },
    ])
    const before = latest?.manifest.files.length
    const old = { received_on: day('2003-03-11'), answered_on: day('2003-03-15') }
    await platform.db.updateTable('foi_requests').set(old).where('id', '=', id).execute()
    await eraseExpired(platform, 20, { kind: 'system', name: 'retention' })
    const [last] = await readArchives(platform, officer, id)
    expect(last?.manifest.events.at(-1)?.kind).toBe('personal_data_erased')
    expect(last?.manifest.files).toHaveLength(before ?? 0)
    expect(last?.manifest.files.filter(({ erased }) => erased).length).toBeGreaterThan(0)
    expect(await archiveVerification.run(platform)).toBeUndefined()
  })
  it('forgets the person when the period has passed, in letters and words too, and verifies (PIPL art. 47)', async () => {
    const id = await fullCase()
    await archiveRequest(platform, officer, id)
    const old = { received_on: day('2013-03-11'), answered_on: day('2013-03-15') }
    await platform.db.updateTable('foi_requests').set(old).where('id', '=', id).execute()
    await erasePerson(platform, supervisor, id)
    expect(await listLetters(platform.db, id)).toEqual([])
    expect((await listCaseFiles(platform.db, id)).map(({ role }) => role)).toEqual([
      'record',
      'redacted',
      'redacted',
    ])
    const [answer, events, consultations] = await Promise.all([
      platform.db.selectFrom('foi_answers').selectAll().where('request_id', '=', id).execute(),
      platform.db.selectFrom('foi_events').selectAll().where('request_id', '=', id).execute(),
      platform.db.selectFrom('foi_consultations').selectAll().where('request_id', '=', id).execute(),
    ])
    const left = JSON.stringify([answer, events, consultations])
    expect(left).not.toMatch(/张小明|王大明|13800138000|13900139000/)
    expect(left).toContain('**：理由和内容写在这里，足够长。')
    const [list] = await readArchives(platform, officer, id)
    expect(list?.manifest.files.filter(({ erased }) => erased).map(({ what }) => what.split(' ')[0])).toEqual(
      [
        'identity_proof',
        'consultation',
        'third_party_consultation',
        'answer_partly_granted',
        'delivery_proof',
      ],
    )
    expect(await archiveVerification.run(platform)).toBeUndefined()
    const gone = await platform.db
      .deleteFrom('foi_case_files')
      .where('request_id', '=', id)
      .where('role', '=', 'redacted')
      .returning('file_id')
      .execute()
    await platform.inTransaction((tx) => platform.files.remove(tx, { id: gone[0]?.file_id ?? 0 }))
    expect(await archiveVerification.run(platform)).toContain('is gone')
  })
  it('a person who asks is given the letters and answers too (PIPL art. 45)', async () => {
    const id = await fullCase({
      identityKind: 'passport',
      identityNumber: 'EXPORT2',
      telephone: '13900139002',
    })
    const { cases } = await exportPerson(platform, officer, id)
    expect(cases[0]?.letters.map(({ letter }) => letter)).toEqual(['部分公开告知书'])
    expect(cases[0]?.answers).toMatchObject([{ outcome: '部分公开', parts: [{ outcome: '予以公开' }, {}] }])
  })
})

describe('disclosure to everybody in one step, Order 711 art. 44', () => {
  it('hands the released files to the review, opened, without the record', async () => {
    const { id } = await redactedAndReleased()
    const sectionId = await builtSection(platform)
    const input = { sectionId, title: '2017年补助资金拨付情况', summary: '应申请公开的信息。' }
    const { articleId, submitted } = await publishReleased(platform, officer, id, input)
    expect(submitted).toBe(true)
    const article = await platform.db
      .selectFrom('articles')
      .selectAll()
      .where('id', '=', articleId)
      .executeTakeFirstOrThrow()
    expect([article.status, article.submitted_by]).toEqual(['in_review', officer.id])
    const attached = await platform.db
      .selectFrom('revision_attachments')
      .innerJoin('stored_files', 'stored_files.id', 'revision_attachments.file_id')
      .select(['stored_files.name', 'stored_files.sealed'])
      .where('revision_id', '=', article.head_revision_id)
      .execute()
    expect(attached).toEqual([
      { name: '遮盖件1.pdf', sealed: false },
      { name: '遮盖件1（文字版）.txt', sealed: false },
    ])
  })
  it('nothing_released where nothing was shown to the applicant', async () => {
    const { id } = await caseWithRecord()
    await answered(id, 'granted')
    const input = { sectionId: 1, title: '标题', summary: '' }
    await expect(publishReleased(platform, officer, id, input)).rejects.toEqual(refused('nothing_released'))
  })
})

describe('withheld information is looked at again, Order 711 art. 18', () => {
  const still = {
    on: day('2024-03-15'),
    result: 'still_withheld' as const,
    reason: '情形没有变化。',
    nextOn: null,
  }
  it('stands in the list until it may be disclosed; the next day is a year on unless said', async () => {
    const { id } = await caseWithRecord()
    await answered(id, 'refused_process')
    const entry = async () => (await listWithheld(platform, officer)).items.find((row) => row.id === id)
    expect((await entry())?.nextOn).toBe('2025-03-15')
    await reassess(platform, officer, id, { ...still, nextOn: day('2024-09-16') })
    expect(await entry()).toMatchObject({ lastOn: '2024-03-15', nextOn: '2024-09-16' })
    await reassess(platform, officer, id, { ...still, result: 'may_be_disclosed', reason: '已经正式印发。' })
    expect(await entry()).toBeUndefined()
  })
  it('reassessment_dates and not_withheld', async () => {
    const withheld = await caseWithRecord()
    await answered(withheld.id, 'refused_process')
    for (const dates of [{ on: day('2024-03-16') }, { nextOn: day('2024-03-15') }])
      await expect(reassess(platform, officer, withheld.id, { ...still, ...dates })).rejects.toEqual(
        refused('reassessment_dates'),
      )
    const granted = await caseWithRecord()
    await answered(granted.id, 'granted')
    await expect(reassess(platform, officer, granted.id, still)).rejects.toEqual(refused('not_withheld'))
  })
})

describe('the staff routes', () => {
  it('show a record to who handles and who approves, pages for covering to who handles, and write the reading down', async () => {
    const { id, fileId } = await caseWithRecord()
    const url = `/api/staff/foi/requests/${id}/files/${fileId}`
    const [handler, approver] = [
      await signedIn(app, platform, 'foi_officer'),
      await signedIn(app, platform, 'supervisor'),
    ]
    const pages = { url: `${url}/pages/1`, headers: approver.headers }
    expect((await app.inject(pages)).statusCode).toBe(403)
    expect((await app.inject({ url, headers: handler.headers })).headers['content-type']).toBe(
      'application/pdf',
    )
    const read = await platform.db
      .selectFrom('audit_entries')
      .select('actor_staff_id')
      .where('action', '=', 'foi.read_file')
      .execute()
    expect(read).toEqual([{ actor_staff_id: handler.staff.id }])
    const seen = (await app.inject({ url: `${url}/inspection`, headers: handler.headers })).json()
    expect(seen).toEqual({ pages: 1, terms: [telephone] })
    const page = await app.inject({ url: `${url}/pages/1`, headers: handler.headers })
    expect([page.headers['content-type'], page.rawPayload.subarray(0, 2).toString('hex')]).toEqual([
      'image/jpeg',
      'ffd8',
    ])
    expect((await app.inject({ url: `${url}/pages/2`, headers: handler.headers })).statusCode).toBe(404)
    const { rows } = await sql<{ page: number | null }>`
      select (detail ->> 'page')::int as page from audit_entries where action = 'foi.read_file' order by id`.execute(
      platform.db,
    )
    expect(rows.map(({ page }) => page)).toEqual([null, null, 1, 2])
  })
})
