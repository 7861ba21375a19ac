import { beforeAll, describe, expect, it } from 'vitest'
import { roles, type Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { type LetterInput, letterInput, letterStatuses, type ReplyDecision } from './contract.ts'
import {
  acceptLetter,
  changePublicVersion,
  dispatchLetter,
  refuseLetter,
  releaseLetter,
  reopenLetter,
  superviseLetter,
} from './handle-letter.ts'
import { type Move, mayMove, moves } from './letter.ts'
import { abilitiesOf, readLetter, readOriginal } from './read-letter.ts'
import { decideReply, draftReply, latestReply } from './reply.ts'
import { findSent, rateLetter } from './sender.ts'
import { submitLetter } from './submit-letter.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
let sent = 0
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const written = (more: Partial<LetterInput> = {}) =>
  letterInput.parse({
    mailbox: 'consultation',
    author: '李小红',
    telephone: '13900139000',
    subject: '咨询补助政策',
    body: '我叫李小红，身份证11010519491231002X，电话13900139000，车牌京A12345，请问补助怎样申请？',
    consent: 'yes',
    ...more,
  })
async function letter(more: Partial<LetterInput> = {}) {
  const receipt = await submitLetter(platform, written(more), `key-${++sent}`)
  const row = await platform.db
    .selectFrom('letters')
    .select('id')
    .where('number', '=', receipt.number)
    .executeTakeFirstOrThrow()
  return { ...receipt, id: row.id }
}
async function decide(id: number, staff: Staff, more: Partial<ReplyDecision> = {}) {
  const contentHash = (await latestReply(platform.db, id))?.content_hash ?? ''
  await decideReply(platform, staff, id, {
    decision: 'approved',
    contentHash,
    reason: '',
    release: true,
    ...more,
  })
}
async function replied(more: Partial<LetterInput> = {}, release = true) {
  const made = await letter(more)
  await acceptLetter(platform, officer, made.id)
  await draftReply(platform, officer, made.id, '请到窗口办理，联系人电话13700137000。')
  await decide(made.id, supervisor, { release })
  return made
}
const post = (url: string, payload: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(payload).toString(),
  })

describe('a letter', () => {
  it('is sealed as written and masked for others: name, number, telephone, plate', async () => {
    const { id, dueOn } = await letter({ subject: '李小红13900139000的问题' })
    expect(dueOn).toBe('2018-06-27')
    const row = await platform.db
      .selectFrom('letters')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(`${JSON.stringify(row)}${row.original_sealed.toString('utf8')}`).not.toMatch(
      /李小红|11010519491231002X|13900139000|京A12345/,
    )
    expect((await readOriginal(platform, officer, id)).author).toBe('李小红')
    await expect(readOriginal(platform, supervisor, id)).rejects.toEqual(refused('not_allowed'))
  })

  it('goes from sender to answer by two people, is read in public without personal data, and is rated once', async () => {
    const { id, number, queryCode: code } = await replied()
    const page = (await app.inject(`/letters/${id}`)).body
    for (const text of ['留言时间', '受理时间', '答复时间', '答复单位', '请到窗口办理'])
      expect(page).toContain(text)
    expect(page).not.toMatch(/13700137000|李小红/)
    expect((await app.inject('/letters?q=补助')).body).toContain(`/letters/${id}`)
    const own = await post('/letters/track', { number, code })
    expect(own.body).toContain('13700137000')
    expect((await post('/letters/track/rating', { number, code, rating: '5' })).body).toContain('非常满意')
    expect((await post('/letters/track/rating', { number, code, rating: '1' })).statusCode).toBe(409)
    await post('/letters/track/withdrawal', { number, code })
    expect((await app.inject({ url: `/letters/${id}`, headers: { accept: 'text/html' } })).statusCode).toBe(
      404,
    )
  })

  it('sent twice at once is one; a wrong code says nothing', async () => {
    const receipts = await Promise.all([1, 2, 3].map(() => submitLetter(platform, written(), 'same')))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
    const answer = await post('/letters/track', { number: receipts[0]?.number ?? '', code: 'AAAAAAAAAA' })
    expect([answer.statusCode, answer.body.includes('编号或者查询码不对')]).toEqual([404, true])
  })

  it('keeps what was typed when something is missing', async () => {
    const page = await post('/letters', {
      key: 'k',
      mailbox: 'director',
      subject: '建议',
      body: '多开放周末窗口',
    })
    expect([page.statusCode, page.body.includes('请填写姓名'), page.body.includes('多开放周末窗口')]).toEqual(
      [422, true, true],
    )
    const unknown = await post('/letters', {
      ...(written() as unknown as Record<string, string>),
      mailbox: 'none',
      key: 'k2',
    })
    expect(unknown.body).toContain('请重新选择信箱')
  })

  it.each(['/letters', '/letters/new', '/letters/track'])('%s opens', async (url) => {
    expect((await app.inject(url)).statusCode).toBe(200)
  })
})

describe('handling', () => {
  it('refuses on a stated ground, reopens with a reason, is supervised and dispatched', async () => {
    const { id, number, queryCode: code } = await letter()
    await superviseLetter(platform, supervisor, id)
    const department = await platform.db
      .insertInto('departments')
      .values({ code: 'd', name: '处', position: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    await dispatchLetter(platform, officer, id, { departmentId: department.id, note: '' })
    await refuseLetter(platform, officer, id, { ground: 'petition_channel', note: '' })
    expect((await post('/letters/track', { number, code })).body).toContain('应当通过信访渠道办理')
    await expect(reopenLetter(platform, supervisor, id, '')).rejects.toEqual(refused('return_needs_reason'))
    await reopenLetter(platform, supervisor, id, '属于本机关职责')
    expect((await readLetter(platform, officer, id)).letter).toMatchObject({
      status: 'handling',
      supervised: true,
    })
  })

  it('the drafter does not approve; a changed reply and a bare return are refused', async () => {
    const both = await testStaff(platform, 'correspondence_officer', 'supervisor')
    const { id } = await letter()
    await acceptLetter(platform, both, id)
    await draftReply(platform, both, id, '请到窗口办理。')
    await expect(decide(id, both)).rejects.toEqual(refused('own_reply'))
    await expect(decide(id, supervisor, { contentHash: 'x' })).rejects.toEqual(refused('reply_changed'))
    await expect(decide(id, supervisor, { decision: 'returned' })).rejects.toEqual(
      refused('return_needs_reason'),
    )
    await decide(id, supervisor, { decision: 'returned', reason: '请补充依据' })
    await expect(acceptLetter(platform, both, id)).rejects.toEqual(refused('wrong_status'))
  })

  it('nothing is public without consent, and an edited public version waits for release', async () => {
    const { id } = await replied({ consent: 'no' }, false)
    await expect(releaseLetter(platform, supervisor, id, true)).rejects.toEqual(refused('no_consent'))
    const other = await replied()
    await changePublicVersion(platform, officer, other.id, { subject: '咨询', body: '内容', reply: '答复' })
    expect((await readLetter(platform, officer, other.id)).letter).toMatchObject({
      released: false,
      replyPublic: '答复',
    })
    await releaseLetter(platform, supervisor, other.id, true)
  })

  it('a rating waits for the answer; a letter is withdrawn once', async () => {
    const { number, queryCode: code } = await letter()
    expect((await post('/letters/track/rating', { number, code, rating: '3' })).body).toContain(
      '答复后才能评价',
    )
    expect((await post('/letters/track/withdrawal', { number, code })).statusCode).toBe(200)
    expect((await post('/letters/track/withdrawal', { number, code })).statusCode).toBe(409)
  })

  const table = letterStatuses.flatMap((status) =>
    (Object.keys(moves) as Move[]).map((move) => [status, move] as const),
  )
  it.each(table)('%s: %s', (status, move) => {
    for (const role of roles) {
      const permitted =
        role === (moves[move].action === 'letters.handle' ? 'correspondence_officer' : 'supervisor')
      expect(abilitiesOf({ ...officer, roles: [role] }, { status }, 0)[move]).toBe(
        permitted && mayMove(status, move),
      )
    }
  })
})

it.each<[string, () => Promise<unknown>]>([
  ['mailbox_unknown', () => submitLetter(platform, written({ mailbox: 'none' }), 'm')],
  ['author_missing', () => submitLetter(platform, written({ author: '' }), 'n')],
  ['code_wrong', () => findSent(platform, 'X2018-00001', 'AAAAAAAAAA')],
  ['not_replied', async () => rateLetter(platform, (await letter()).id, 3)],
  [
    'rated_already',
    async () => {
      const { id } = await replied()
      await rateLetter(platform, id, 4)
      await rateLetter(platform, id, 5)
    },
  ],
])('%s', async (code, work) => expect(work()).rejects.toEqual(refused(code)))
