import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import type { App } from '#platform/http'
import { forgetCounts } from '#platform/limits'
import { answeredChallenge } from '../../test/challenge.ts'
import { answerLetter, builtForm, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { attachmentLimitBytes } from './attachments.ts'
import { letters } from './limits.ts'
import { changePublicVersion, releaseLetter } from './public-version.ts'
import { readLetter, readOriginal } from './read-letter.ts'
import { getLetter } from './store.ts'
import { submitLetter } from './submit-letter.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const text = (name: string, words: string) => ({ name, bytes: Buffer.from(words), tooLarge: false })
const count = async () =>
  (
    await platform.db
      .selectFrom('letters')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

describe('limits', () => {
  const from = (network: string, more: object = {}) => ({ ...builtForm(platform, more), network })

  it('one telephone writes five letters an hour, with whatever spaces', async () => {
    const telephone = '13700000001'
    for (let at = 0; at < letters.telephone; at += 1)
      await submitLetter(platform, from(`198.51.100.${at}`, { telephone }))
    const written = { telephone: '+86 137-0000-0001' }
    await expect(submitLetter(platform, from('198.51.100.9', written))).rejects.toEqual(
      refused('wrote_too_often'),
    )
  })

  it('the same words come three times an hour, whoever sends them and however they are spaced', async () => {
    const body = '请尽快解决路灯不亮的问题'
    for (let at = 0; at < letters.text; at += 1)
      await submitLetter(platform, from(`203.0.113.${at}`, { body }))
    const again = { body: '请 尽快，解决路灯不亮的问题！！' }
    await expect(submitLetter(platform, from('203.0.113.9', again))).rejects.toEqual(refused('same_text'))
  })

  it('an office of two hundred behind one address is not locked out; a flood is', async () => {
    for (let at = 0; at < letters.network; at += 1) await submitLetter(platform, from('192.0.2.77'))
    const before = await count()
    await expect(submitLetter(platform, from('192.0.2.77'))).rejects.toEqual(refused('wrote_too_often'))
    // The neighbour writes on, and an hour later so does the office.
    await submitLetter(platform, from('192.0.2.78'))
    const later = { ...platform, clock: fixedClock('2018-06-15T11:00:01+08:00') }
    await submitLetter(later, from('192.0.2.77'))
    expect(await count()).toBe(before + 2)
  })

  it('a replayed form is not counted, and a refused one is rolled back', async () => {
    const form = from('192.0.2.90', { telephone: '13700000002' })
    for (let at = 0; at < letters.telephone + 3; at += 1) await submitLetter(platform, form)
    const failed = { ...from('192.0.2.90', { telephone: '13700000002' }), uploads: [text('a.exe', 'x')] }
    for (let at = 0; at < letters.telephone; at += 1)
      await expect(submitLetter(platform, failed)).rejects.toEqual(refused('file_type_refused'))
    await submitLetter(platform, from('192.0.2.90', { telephone: '13700000002' }))
  })

  it('counts are forgotten after two days', async () => {
    await forgetCounts(platform.db, new Date('2018-06-18T10:00:00+08:00'))
    expect(await platform.db.selectFrom('hourly_counts').selectAll().execute()).toEqual([])
  })

  it('guessed codes are slow, and a network that guesses is refused; the owner elsewhere still reads', async () => {
    const { number, queryCode } = await sendLetter(platform)
    const track = (code: string, remoteAddress: string) =>
      app.inject({
        method: 'POST',
        url: '/letters/track',
        remoteAddress,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ number, code }).toString(),
      })
    const startedAt = Date.now()
    expect((await track('AAAAAAAAAA', '198.51.100.1')).statusCode).toBe(404)
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(400)
    const guesses = await Promise.all(Array.from({ length: 62 }, () => track('AAAAAAAAAA', '198.51.100.2')))
    expect(new Set(guesses.map((answer) => answer.statusCode))).toEqual(new Set([404]))
    const locked = await track('AAAAAAAAAA', '198.51.100.2')
    expect([locked.statusCode, locked.body.includes('输错的次数太多')]).toEqual([429, true])
    await expect(
      import('./track-letter.ts').then(({ findSent }) =>
        findSent(platform, number, queryCode, '198.51.100.2'),
      ),
    ).rejects.toEqual(refused('guessed_too_often'))
    const owner = await track(queryCode, '198.51.100.3')
    expect(owner.statusCode).toBe(200)
  })
})

describe('attachments', () => {
  const personal = '我叫李小红，身份证11010519491231002X，手机13900139000，住幸福小区3栋2单元501室。'
  async function posted(files: { name: string; bytes: Buffer }[], key: string) {
    const challenge = answeredChallenge((await app.inject('/letters/new')).body)
    const form = new FormData()
    const { input } = builtForm(platform)
    for (const [name, value] of Object.entries({ ...input, ...challenge, key })) form.append(name, value)
    for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
    const request = new Request('http://loopback/letters', { method: 'POST', body: form })
    return app.inject({
      method: 'POST',
      url: '/letters',
      headers: { accept: 'text/html', 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }

  it('are sealed, name and all, opened by the handler with a record, and public only as masked text', async () => {
    const sent = await posted([{ name: '李小红13900139000的情况.txt', bytes: Buffer.from(personal) }], 'a1')
    expect(sent.statusCode).toBe(201)
    const row = await platform.db
      .selectFrom('letter_attachments')
      .innerJoin('stored_files', 'stored_files.id', 'letter_attachments.file_id')
      .select([
        'letter_attachments.id',
        'letter_id',
        'name_public',
        'text_public',
        'stored_files.name',
        'sealed',
      ])
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ name: '附件1.txt', sealed: true })
    expect(`${row.name_public}${row.text_public}`).not.toMatch(/李小红|11010519491231002X|13900139000|501室/)
    const id = row.letter_id
    expect((await readOriginal(platform, officer, id)).attachments).toEqual([
      { id: row.id, name: '李小红13900139000的情况.txt' },
    ])
    const { headers } = await signedIn(app, platform, 'correspondence_officer')
    const url = `/api/staff/letters/${id}/attachments/${row.id}`
    expect((await app.inject({ method: 'POST', url, headers })).body).toBe(personal)
    const other = await signedIn(app, platform, 'supervisor')
    expect((await app.inject({ method: 'POST', url, headers: other.headers })).statusCode).toBe(403)
    const audited = await platform.db
      .selectFrom('audit_entries')
      .select('id')
      .where('action', '=', 'letters.read_attachment')
      .execute()
    expect(audited).toHaveLength(1)

    await answerLetter(platform, { officer, supervisor }, id, { release: true })
    const pageOf = async () => (await app.inject(`/letters/${id}`)).body
    expect(await pageOf()).not.toContain('来信附件')
    const { letter } = await readLetter(platform, officer, id)
    const words = { subject: letter.subjectPublic, body: letter.bodyPublic, reply: letter.replyPublic }
    const shownFile = { id: row.id, name: row.name_public, text: row.text_public }
    await changePublicVersion(platform, officer, id, { ...words, attachments: [shownFile] })
    const { version } = await getLetter(platform.db, id)
    await releaseLetter(platform, supervisor, id, { shown: true, version })
    const shown = await pageOf()
    expect(shown).toContain('来信附件')
    expect(shown).not.toMatch(/李小红|11010519491231002X|13900139000|501室/)
  })

  it.each<[string, { name: string; bytes: Buffer }[], number, string]>([
    ['too many', Array.from({ length: 6 }, (_, at) => text(`${at}.txt`, '内容')), 422, '最多可以上传5个附件'],
    ['too large', [text('a.txt', 'a'.repeat(attachmentLimitBytes + 1))], 413, '文件太大'],
    ['no file of its kind', [text('a.pdf', '不是PDF')], 415, '文件的实际内容与扩展名不一致'],
    ['a program', [text('a.exe', 'MZ')], 415, '不支持这种文件'],
  ])('%s: nothing is kept, and what was typed is', async (name, files, status, words) => {
    const before = await count()
    const answer = await posted(files, `b-${name}`)
    expect([answer.statusCode, answer.body.includes(words)]).toEqual([status, true])
    expect(answer.body).toContain('咨询补助政策')
    expect(await count()).toBe(before)
  })

  it('attachments_too_many', async () => {
    const form = { ...builtForm(platform), uploads: Array.from({ length: 6 }, () => text('a.txt', '内容')) }
    await expect(submitLetter(platform, form)).rejects.toEqual(refused('attachments_too_many'))
  })
})

it('an objection without words is refused on the page, and the sender is told what is missing', async () => {
  const { id, number, queryCode: code } = await sendLetter(platform)
  await answerLetter(platform, { officer, supervisor }, id)
  const answer = await app.inject({
    method: 'POST',
    url: '/letters/track/objection',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ number, code, words: ' ' }).toString(),
  })
  // objection_empty
  expect([answer.statusCode, answer.body.includes('请写明还有什么问题没有解决')]).toEqual([422, true])
})
