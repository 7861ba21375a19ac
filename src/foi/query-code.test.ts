import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { readySubmission } from '../../test/request-form.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtApplication, builtCase } from './builders.ts'
import { bytesOf, listLetters } from './documents/letter-store.ts'
import { makeLetter } from './documents/make-letter.ts'
import { issueQueryCode } from './issue-query-code.ts'
import { eraseCase } from './privacy/erase-case.ts'
import { submitRequest } from './submit-request.ts'
import { findTracked } from './track-request.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
const refused = (code: string) => expect.objectContaining({ code })
const asked = { checkedBy: 'document', reason: '回执遗失，到窗口补发' } as const
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  app = await createApp(platform)
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const post = (url: string, payload: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(payload).toString(),
  })

describe('an applicant of the counter, of a letter or a fax', () => {
  it('gets a code when staff register the request, and reads the case with it; no cache keeps it', async () => {
    const { headers } = await signedIn(app, platform, 'foi_officer')
    const payload = { ...builtApplication(), channel: 'letter', arrivedOn: '2026-03-02' }
    const answer = await app.inject({ method: 'POST', url: '/api/staff/foi/requests', headers, payload })
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store'])
    const { id, number, queryCode } = answer.json()
    expect(await findTracked(platform, number, queryCode)).toBe(id)
    const view = await app.inject({ url: `/api/staff/foi/requests/${id}`, headers })
    expect(view.body).not.toContain(queryCode)
  })
  it('reads number and code in the receipt letter, and in no other letter or row', async () => {
    const { id, number, queryCode } = await builtCase(platform, officer, '2026-02-26')
    await makeLetter(platform, officer, id, 'receipt')
    const [letter] = await listLetters(platform.db, id)
    const zip = new PizZip(await bytesOf(platform.files, letter?.fileId ?? 0))
    const text = (zip.file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')
    expect(text).toContain(`凭申请编号${number}和查询码${queryCode}`)
    for (const table of ['foi_requests', 'foi_events', 'foi_letters', 'audit_entries'] as const)
      expect(JSON.stringify(await platform.db.selectFrom(table).selectAll().execute())).not.toContain(
        queryCode,
      )
  })
})

describe('a lost code', () => {
  it('is replaced by staff who checked who asks; the old one is void; the applicant sees it; the audit record has no code', async () => {
    expect((await app.inject('/requests/track')).body).toContain('核对身份后重新发放查询码')
    const { id, number, queryCode: old } = await builtCase(platform, officer, '2026-02-26')
    const slip = await issueQueryCode(platform, officer, id, asked)
    expect(slip.number).toBe(number)
    expect(slip.queryCode).not.toBe(old)
    await expect(findTracked(platform, number, old)).rejects.toEqual(refused('code_wrong'))
    const page = await post('/requests/track', { number, code: slip.queryCode })
    expect(page.body).toContain('重新发放查询码')
    expect(page.body).not.toContain('回执遗失')
    const again = await issueQueryCode(platform, officer, id, asked)
    await expect(findTracked(platform, number, slip.queryCode)).rejects.toEqual(refused('code_wrong'))
    expect(await findTracked(platform, number, again.queryCode)).toBe(id)
    const entries = await platform.db
      .selectFrom('audit_entries')
      .selectAll()
      .where('action', '=', 'foi.issue_code')
      .where('subject_id', '=', String(id))
      .execute()
    expect(entries).toHaveLength(2)
    for (const code of [old, slip.queryCode, again.queryCode])
      expect(JSON.stringify(entries)).not.toContain(code)
    await makeLetter(platform, officer, id, 'receipt')
    const [letter] = await listLetters(platform.db, id)
    const zip = new PizZip(await bytesOf(platform.files, letter?.fileId ?? 0))
    expect(zip.file('word/document.xml')?.asText()).toContain(again.queryCode)
  })
  it('needs a reason and a check, and whoever may read the applicant; the API says so', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26')
    await expect(issueQueryCode(platform, supervisor, id, asked)).rejects.toEqual(refused('not_allowed'))
    const { headers } = await signedIn(app, platform, 'foi_officer')
    const issue = (payload: object) =>
      app.inject({ method: 'POST', url: `/api/staff/foi/requests/${id}/query-code`, headers, payload })
    expect((await issue({ checkedBy: 'document', reason: '' })).statusCode).toBe(400)
    expect((await issue({ reason: '丢失' })).statusCode).toBe(400)
    const answer = await issue(asked)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store'])
  })
  it('erased_already: nobody can be compared with who asked once', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26')
    await platform.inTransaction((tx) => eraseCase(platform, tx, id))
    await expect(issueQueryCode(platform, officer, id, asked)).rejects.toEqual(refused('erased_already'))
  })
  it('the form sent again afterwards shows the number, and neither code', async () => {
    const form = await readySubmission(platform, builtApplication(), 'lost-1')
    const first = await submitRequest(platform, form)
    const { id } = await platform.db
      .selectFrom('foi_requests')
      .select('id')
      .where('number', '=', first.number)
      .executeTakeFirstOrThrow()
    const { queryCode } = await issueQueryCode(platform, officer, id, asked)
    expect(await submitRequest(platform, form)).toMatchObject({ number: first.number, queryCode: null })
    const replayed = { ...builtApplication(), key: 'lost-1', step: 'send' } as unknown as Record<
      string,
      string
    >
    const { body } = await post('/requests', replayed)
    expect(body).toContain('查询码已经由工作人员重新发放')
    for (const code of [first.queryCode ?? '', queryCode]) expect(body).not.toContain(code)
  })
})
