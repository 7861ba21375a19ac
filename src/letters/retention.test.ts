import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import { fixedClock } from '#platform/clock'
import type { App } from '#platform/http'
import { answerLetter, builtForm, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { closeLetter } from './handle-letter.ts'
import { letters } from './index.ts'
import { contactsOf } from './list-contacts.ts'
import { readOriginal } from './read-letter.ts'
import { refusals } from './refusals.ts'
import { eraseExpired } from './retention/erase-letter.ts'
import { objectToReply, withdrawName } from './sender.ts'
import { getLetter } from './store.ts'
import { submitLetter } from './submit-letter.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let app: App
let officer: Staff
let supervisor: Staff
const at = (day: string) => ({ ...platform, clock: fixedClock(`${day}T09:00:00+08:00`) })
const page = async (path: string, payload: object) =>
  app.inject({ method: 'POST', url: `/letters/track${path}`, payload })

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

it('both forms say how long, which rights and whom to turn to, with the agency’s own period', async () => {
  const { headers } = await signedIn(app, platform, 'supervisor')
  const payload = { years: 7, basis: '本局保管期限表' }
  await app.inject({ method: 'PUT', url: '/api/staff/letters/retention', headers, payload })
  for (const [url, from] of [
    ['/letters/new', '办结后'],
    ['/chat', '会话结束后'],
  ] as const) {
    const { body } = await app.inject(url)
    expect(body).toContain(`${from}保存7年（本局保管期限表），期满后删除`)
    expect(body).toMatch(/您的权利.*更正.*请与我们联系.*第四十四条至第四十七条/s)
  }
  const other = await signedIn(app, platform, 'correspondence_officer')
  const refused = await app.inject({ url: '/api/staff/letters/retention', headers: other.headers })
  expect(refused.statusCode).toBe(403)
})

describe('the sender, by number and code', () => {
  it('reads the own words and corrects telephone and e-mail; other letters of the new number are found', async () => {
    const { id, number, queryCode } = await sendLetter(platform, {
      author: '李小红',
      telephone: '13900139001',
      body: '我家门口的路灯坏了，请修好',
    })
    const key = { number, code: queryCode }
    const { body } = await page('', key)
    for (const own of ['我家门口的路灯坏了', '李小红', '13900139001']) expect(body).toContain(own)
    const wrong = await page('/contact', { ...key, telephone: '13900139002', email: 'li@' })
    expect([wrong.statusCode, wrong.body]).toEqual([
      422,
      expect.stringContaining(refusals.contact_wrong.text),
    ])
    const done = await page('/contact', { ...key, telephone: '13900139002', email: 'li@example.com' })
    expect([done.statusCode, done.body]).toEqual([200, expect.stringContaining('li@example.com')])
    expect(await readOriginal(platform, officer, id)).toMatchObject({
      author: '李小红',
      telephone: '13900139002',
    })
    const second = await sendLetter(platform, { telephone: '13900139002' })
    const { sender_key } = await platform.db
      .selectFrom('letters')
      .select('sender_key')
      .where('id', '=', second.id)
      .executeTakeFirstOrThrow()
    const found = await platform.inTransaction((tx) => contactsOf(tx, sender_key ?? '').execute())
    expect(found.map((one) => one.id).sort()).toEqual([id, second.id])
    // Both numbers stay unknown to the public: masks know the old one, too.
    await answerLetter(platform, { officer, supervisor }, id, { body: '已致电13900139001和13900139002。' })
    expect((await getLetter(platform.db, id)).replyPublic).not.toMatch(/13900139001|13900139002/)
    await withdrawName(platform, id)
    expect((await page('/contact', { ...key, telephone: '13900139003', email: '' })).statusCode).toBe(409)
    const actions = await platform.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', String(id))
      .execute()
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['letters.read_own', 'letters.contact_corrected']),
    )
  })
})

describe('retention', () => {
  it('lists first; then seals and files of ended letters go, the public version and the counts stay', async () => {
    const attached = {
      ...builtForm(platform, { author: '王大明', telephone: '13912345678', body: '我叫王大明，井盖丢失了' }),
      uploads: [{ name: '王大明.txt', bytes: Buffer.from('井盖在王大明家门口'), tooLarge: false }],
    }
    const { id, number, queryCode } = await submitLetter(platform, attached)
    await answerLetter(platform, { officer, supervisor }, id, {
      release: true,
      body: '王大明您好，已经装好。',
    })
    await closeLetter(platform, officer, id)
    const open = await sendLetter(platform)
    const objected = await sendLetter(platform)
    await answerLetter(platform, { officer, supervisor }, objected.id)
    await objectToReply(platform, objected.id, '还是没有修好')
    const before = await getLetter(platform.db, id)
    const run = async (day: string, ...args: string[]) => {
      const said: string[] = []
      const write = process.stdout.write
      process.stdout.write = ((text: string) => said.push(text) > 0) as typeof write
      try {
        await letters.commands.find(({ name }) => name === 'letters retention')?.run(at(day), args)
      } finally {
        process.stdout.write = write
      }
      return JSON.parse(said.join(''))
    }
    // Ended on 15 June 2018; the agency keeps seven years.
    expect(await run('2025-06-14', '--json')).toMatchObject({ years: 7, expired: [], erased: 0 })
    expect(await run('2025-06-15', '--json')).toMatchObject({ expired: [number], erased: 0 })
    expect(await readOriginal(platform, officer, id)).toMatchObject({ author: '王大明' })
    expect(await run('2025-06-15', '--json', '--apply')).toMatchObject({ expired: [number], erased: 1 })
    expect(await eraseExpired(at('2025-06-16'), 7, { kind: 'system', name: 'test' })).toBe(0)

    expect(await readOriginal(platform, officer, id)).toEqual({
      author: '',
      telephone: '',
      email: '',
      subject: '',
      body: '',
      attachments: [],
    })
    const after = await getLetter(platform.db, id)
    expect([after.bodyPublic, after.replyPublic, after.released, after.repliedOn]).toEqual([
      before.bodyPublic,
      before.replyPublic,
      true,
      before.repliedOn,
    ])
    const files = await platform.db.selectFrom('stored_files').select('id').execute()
    expect(files).toEqual([])
    const tracked = await page('', { number, code: queryCode })
    expect(tracked.body).toContain('保存期满，已经删除')
    expect(tracked.body).not.toMatch(/王大明|13912345678/)
    expect((await app.inject(`/letters/${id}`)).body).toContain('井盖丢失')
    for (const { id: kept } of [open, objected])
      expect((await readOriginal(platform, officer, kept)).author).toBe('李小红')
    const entries = await platform.db
      .selectFrom('audit_entries')
      .select('subject_id')
      .where('action', '=', 'letters.erase_person')
      .execute()
    expect(entries.map(({ subject_id }) => subject_id)).toEqual([String(id)])
  })
})
