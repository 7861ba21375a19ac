import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { App } from '#platform/http'
import { testPlatform } from '../../../test/platform.ts'
import { proofBytes } from '../../../test/request-form.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { latestAnswer } from '../answer-store.ts'
import { approveAnswer, builtCase } from '../builders.ts'
import { answerInput } from '../contract.ts'
import { decideAnswer } from '../decide-answer.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { makeLetter } from '../documents/make-letter.ts'
import { draftAnswer } from '../draft-answer.ts'
import { recordWithdrawal, withdrawOnline } from '../end-request.ts'
import { queryCodeFor } from '../query-code.ts'
import { readRequest } from '../read-request.ts'
import { recallAnswer } from '../recall-answer.ts'
import { readTracking } from '../track-request.ts'
import { listCaseFiles } from './case-file-store.ts'
import { keepFile, releaseFile } from './keep-file.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
const today = day('2024-03-15')
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2024-03-15T10:00:00+08:00' })
  app = await createApp(platform)
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
  return () => app.close()
})

const keep = async (id: number, name: string, role: 'record' | 'delivery_proof' = 'record') => {
  await keepFile(platform, officer, id, { role, note: '', name, bytes: proofBytes })
  return (await listCaseFiles(platform.db, id)).at(-1)?.id ?? 0
}
const release = (id: number, file: number, shown = true) => releaseFile(platform, officer, id, file, shown)
const draft = (id: number, given: object = {}) =>
  draftAnswer(
    platform,
    officer,
    id,
    answerInput.parse({ outcome: 'granted', body: '现予公开，见附件。', ...given }),
  )
const deliver = (id: number) =>
  deliverAnswer(platform, officer, id, { on: today, by: 'online', proof: '查询页面' })
/** Two files of a case; the first is chosen, and the answer waits for approval. */
async function drafted() {
  const made = await builtCase(platform, officer, '2024-03-11')
  const [chosen, other] = [await keep(made.id, '甲.png'), await keep(made.id, '乙.png')]
  await release(made.id, chosen)
  await draft(made.id)
  return { ...made, chosen, other }
}
const downloadable = async (id: number) =>
  (await readTracking(platform, id)).downloads.files.map((file) => file.id)

describe('a second person approves the information, not the words alone, Order 711 art. 45', () => {
  it('release_after_draft: nothing is released or held back behind the approver, in approval or later', async () => {
    const { id, chosen, other } = await drafted()
    const both = async () => {
      await expect(release(id, other)).rejects.toEqual(refused('release_after_draft'))
      await expect(release(id, chosen, false)).rejects.toEqual(refused('release_after_draft'))
    }
    await both()
    await approveAnswer(platform, supervisor, id)
    await both()
    await deliver(id)
    await both()
    expect(await downloadable(id)).toEqual([chosen])
    expect((await readRequest(platform, officer, id)).abilities.release_file).toBe(false)
  })
  it('release_changed: what was switched in the database is neither approved nor delivered nor downloaded', async () => {
    const { id, chosen, other } = await drafted()
    const show = (shown: boolean) =>
      platform.db
        .updateTable('foi_case_files')
        .set({ shown_to_applicant: shown })
        .where('id', '=', other)
        .execute()
    await show(true)
    await expect(approveAnswer(platform, supervisor, id)).rejects.toEqual(refused('release_changed'))
    await show(false)
    await approveAnswer(platform, supervisor, id)
    await show(true)
    await expect(deliver(id)).rejects.toEqual(refused('release_changed'))
    await show(false)
    await deliver(id)
    await show(true)
    expect(await downloadable(id)).toEqual([chosen])
  })
  it('the hash is another one with other files', async () => {
    const { id, other } = await drafted()
    const before = (await latestAnswer(platform.db, id))?.contentHash ?? ''
    await expect(recallAnswer(platform, officer, id, '')).rejects.toEqual(refused('recall_needs_reason'))
    await recallAnswer(platform, officer, id, '换成另一份')
    await release(id, other)
    await draft(id)
    const answer = await latestAnswer(platform.db, id)
    expect(answer?.contentHash).not.toBe(before)
    expect(answer?.released).toHaveLength(2)
    const old = { decision: 'approved', contentHash: before, reason: '' } as const
    await expect(decideAnswer(platform, supervisor, id, old)).rejects.toEqual(refused('answer_changed'))
  })
  it('an approval is void once the draft is recalled; the letter made for it stays inside', async () => {
    const { id } = await drafted()
    await approveAnswer(platform, supervisor, id)
    await makeLetter(platform, officer, id, 'answer')
    await recallAnswer(platform, officer, id, '附件有误')
    expect((await latestAnswer(platform.db, id))?.approvedAt).toBeNull()
    await expect(deliver(id)).rejects.toEqual(refused('wrong_status'))
    await expect(makeLetter(platform, officer, id, 'answer')).rejects.toEqual(refused('answer_not_approved'))
    await draft(id)
    await approveAnswer(platform, supervisor, id)
    await makeLetter(platform, officer, id, 'answer')
    await deliver(id)
    expect((await readTracking(platform, id)).downloads.letters).toHaveLength(1)
  })
  it('the approver sees the list and opens record and released file, on the record; a proof of delivery they do not', async () => {
    const { id, chosen, other } = await drafted()
    const proof = await keep(id, '签收.png', 'delivery_proof')
    const approver = await signedIn(app, platform, 'supervisor')
    const get = (part: string) =>
      app.inject({ url: `/api/staff/foi/requests/${id}${part}`, headers: approver.headers })
    const view = (await get('')).json()
    expect(view.answer.files).toMatchObject([{ id: chosen, role: 'record' }])
    expect(view.abilities.readInformation).toBe(true)
    for (const file of [chosen, other]) expect((await get(`/files/${file}`)).statusCode).toBe(200)
    expect((await get(`/files/${proof}`)).statusCode).toBe(403)
    const read = await platform.db
      .selectFrom('audit_entries')
      .select('actor_staff_id')
      .where('action', '=', 'foi.read_file')
      .where('subject_id', '=', String(id))
      .execute()
    expect(read.map((row) => row.actor_staff_id)).toEqual([approver.staff.id, approver.staff.id])
  })
})

describe('a withdrawal opens nothing', () => {
  it.each(['handling', 'in_approval', 'approved'] as const)(
    'in %s: no file, no answer letter, no words',
    async (status) => {
      const made = await builtCase(platform, officer, '2024-03-11')
      const { id, number } = made
      const file = await keep(id, '甲.png')
      await release(id, file)
      if (status !== 'handling') await draft(id)
      if (status === 'approved') {
        await approveAnswer(platform, supervisor, id)
        await makeLetter(platform, officer, id, 'answer')
      }
      await makeLetter(platform, officer, id, 'receipt')
      if (status === 'approved') await recordWithdrawal(platform, officer, id)
      else await withdrawOnline(platform, id)
      const { answer, remedies, downloads } = await readTracking(platform, id)
      expect([answer, remedies, downloads.files]).toEqual([null, '', []])
      expect(downloads.letters.map(({ kind }) => kind)).toEqual(['receipt'])
      const code = queryCodeFor(platform, { number, codeIssue: 0 })
      const post = (path: string, more: object = {}) =>
        app.inject({
          method: 'POST',
          url: `/requests/track${path}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
          payload: new URLSearchParams({ number, code, ...more }).toString(),
        })
      expect((await post('')).body).not.toContain('现予公开')
      expect((await post('/download', { file: String(file) })).statusCode).toBe(404)
    },
  )
})

describe('an answer that gives says what, Order 711 art. 36', () => {
  it('answer_place_missing: what is published already needs its place', async () => {
    const { id } = await builtCase(platform, officer, '2024-03-11')
    const given = { outcomeDetail: 'already_public' }
    for (const body of ['', '已公开'])
      await expect(draft(id, { ...given, body })).rejects.toMatchObject({
        code: 'answer_place_missing',
        entry: { law: 'Order 711 art. 36 (1)' },
      })
    await draft(id, { ...given, body: '见本站“财政预算”栏目，2024年3月1日公开。' })
  })
  it('answer_empty: neither words nor a file is no answer; a file alone is one', async () => {
    const { id } = await builtCase(platform, officer, '2024-03-11')
    await expect(draft(id, { outcomeDetail: 'provided', body: '' })).rejects.toMatchObject({
      code: 'answer_empty',
      entry: { law: 'Order 711 art. 36 (2)' },
    })
    await release(id, await keep(id, '甲.png'))
    await draft(id, { outcomeDetail: 'provided', body: '' })
  })
})
