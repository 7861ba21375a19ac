import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { answeredChallenge } from '../../test/challenge.ts'
import { answerLetter, builtForm, builtLetter, seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import type { LetterInput, ReplyDecision } from './contract.ts'
import { acceptLetter, endSupervision, reopenLetter, superviseLetter } from './handle-letter.ts'
import { changePublicVersion, releaseLetter } from './public-version.ts'
import { readLetter, readOriginal } from './read-letter.ts'
import { refuseLetter } from './refuse-letter.ts'
import { decideReply, draftReply } from './reply.ts'
import { rateLetter } from './sender.ts'
import { getLetter } from './store.ts'
import { submitLetter } from './submit-letter.ts'
import { findSent } from './track-letter.ts'

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
const personal = {
  author: '李小红',
  telephone: '13900139000',
  body: '我叫李小红，身份证11010519491231002X，电话13900139000，车牌京A12345，请问补助怎样申请？',
}
const letter = (more: Partial<LetterInput> = {}) => sendLetter(platform, more)
async function decide(id: number, staff: Staff, more: Partial<ReplyDecision> = {}) {
  const contentHash = await seenHash(platform, id)
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
  const body = '李小红，您好！请到窗口办理，联系人电话13700137000。'
  await answerLetter(platform, { officer, supervisor }, made.id, { release, body })
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
    const { id, dueOn } = await letter({ ...personal, subject: '李小红13900139000的问题' })
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
    const list = (await app.inject('/letters?q=补助&mailbox=consultation')).body
    for (const text of [`/letters/${id}`, '留言', '受理', '答复单位', '内容：', '答复：'])
      expect(list).toContain(text)
    expect((await app.inject('/letters?mailbox=director')).body).not.toContain(`/letters/${id}"`)
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
    const form = builtForm(platform)
    const receipts = await Promise.all([1, 2, 3].map(() => submitLetter(platform, form)))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
    const answer = await post('/letters/track', { number: receipts[0]?.number ?? '', code: 'AAAAAAAAAA' })
    expect([answer.statusCode, answer.body.includes('编号或者查询码不对')]).toEqual([404, true])
  })

  it('keeps what was typed when something is missing, and asks each mailbox’s own questions', async () => {
    const challenge = async () => answeredChallenge((await app.inject('/letters/new')).body)
    const page = await post('/letters', {
      key: 'k',
      mailbox: 'director',
      subject: '建议',
      body: '多开放周末窗口',
      ...(await challenge()),
    })
    expect([
      page.statusCode,
      page.body.includes('需要填写姓名'),
      page.body.includes('多开放周末窗口'),
    ]).toEqual([422, true, true])
    const given = { ...builtLetter(), mailbox: 'none', key: 'k2' } as unknown as Record<string, string>
    expect((await post('/letters', { ...given, ...(await challenge()) })).body).toContain('请重新选择信箱')
    await platform.db
      .updateTable('mailboxes')
      .set({ name_required: false, phone_required: false })
      .where('key', '=', 'complaints')
      .execute()
    const anonymous = { mailbox: 'complaints', subject: '建议', body: '匿名建议多开放窗口', key: 'k3' }
    expect((await post('/letters', { ...anonymous, ...(await challenge()) })).statusCode).toBe(201)
    expect((await app.inject('/letters/new')).body).toContain('写给局长信箱、咨询投诉的必须填写')
  })

  it('without an answered challenge nothing is kept; the receipt has a picture', async () => {
    const given = { ...builtLetter(), key: 'k4' } as unknown as Record<string, string>
    const refusedPage = await post('/letters', given)
    expect([refusedPage.statusCode, refusedPage.body.includes('安全验证没有通过')]).toEqual([422, true])
    const form = await app.inject('/letters/new')
    const sent = await post('/letters', { ...given, ...answeredChallenge(form.body) })
    expect(sent.statusCode).toBe(201)
    expect(sent.body).toContain('data:image/svg+xml,')
    const [, number] = /<dd>(X2018-\d+)<\/dd>/.exec(sent.body) ?? []
    expect((await app.inject(`/letters/track?number=${number}`)).body).toContain(`value="${number}"`)
  })

  it('asks whether it has been answered, from public answers only', async () => {
    const shown = await replied({ subject: '住房公积金异地提取', body: '请问异地怎样提取住房公积金？' })
    const hidden = await replied({ subject: '异地公积金提取手续', body: '异地公积金如何提取？' }, false)
    const body = '请到窗口办理异地住房公积金提取'
    const page = await post('/letters/check', { subject: '公积金异地提取', body, key: 'k5' })
    expect(page.body).toContain(`/letters/${shown.id}`)
    expect(page.body).not.toContain(`/letters/${hidden.id}"`)
    expect(page.body).toContain(body)
    const live = await app.inject({
      method: 'POST',
      url: '/letters/suggestions',
      payload: { text: `公积金异地提取${body}` },
    })
    expect(live.json().items[0]).toMatchObject({ href: `/letters/${shown.id}` })
  })

  it.each(['/letters', '/letters/new', '/letters/track', '/letters/statistics'])('%s opens', async (url) => {
    expect((await app.inject(url)).statusCode).toBe(200)
  })
})

describe('handling', () => {
  it('refuses on a stated ground and tells where to turn, reopens with a reason, is supervised', async () => {
    const { id, number, queryCode: code } = await letter()
    await superviseLetter(platform, supervisor, id, '三日内办结')
    const elsewhere = { ground: 'petition_channel', note: '', authority: '', passedOn: false } as const
    await expect(refuseLetter(platform, officer, id, elsewhere)).rejects.toEqual(refused('authority_missing'))
    await refuseLetter(platform, officer, id, { ...elsewhere, authority: '市信访局（电话12345）' })
    const told = (await post('/letters/track', { number, code })).body
    expect(told).toContain('应当通过信访渠道办理')
    expect(told).toContain('请向市信访局（电话12345）提出')
    await expect(reopenLetter(platform, supervisor, id, '')).rejects.toEqual(refused('return_needs_reason'))
    await reopenLetter(platform, supervisor, id, '属于本机关职责')
    expect((await readLetter(platform, officer, id)).letter).toMatchObject({
      status: 'handling',
      supervised: true,
      refusalGround: null,
      acceptedOn: '2018-06-15',
    })
    await endSupervision(platform, supervisor, id)
    await expect(endSupervision(platform, supervisor, id)).rejects.toEqual(refused('not_supervised'))
  })

  it('passes on what belongs elsewhere, with a notice', async () => {
    const { id, number, queryCode: code } = await letter()
    const given = { ground: 'not_our_duty', note: '', authority: '市城管局', passedOn: true } as const
    await refuseLetter(platform, officer, id, given)
    expect((await getLetter(platform.db, id)).status).toBe('routed')
    expect((await post('/letters/track', { number, code })).body).toContain('已经将来信转送市城管局')
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

  it('nothing is public without consent, and an edited public version waits for another person', async () => {
    const { id } = await replied({ consent: 'no' }, false)
    const release = async (letterId: number, staff: Staff) =>
      releaseLetter(platform, staff, letterId, {
        shown: true,
        version: (await getLetter(platform.db, letterId)).version,
      })
    await expect(release(id, supervisor)).rejects.toEqual(refused('no_consent'))
    const other = await replied()
    const both = await testStaff(platform, 'correspondence_officer', 'supervisor')
    const text = { subject: '咨询', body: '内容', reply: '答复', attachments: [] }
    await changePublicVersion(platform, both, other.id, text)
    expect((await readLetter(platform, officer, other.id)).letter).toMatchObject({
      released: false,
      replyPublic: '答复',
    })
    await expect(release(other.id, both)).rejects.toEqual(refused('own_public_version'))
    const stale = { shown: true, version: 1 }
    await expect(releaseLetter(platform, supervisor, other.id, stale)).rejects.toEqual(
      refused('public_version_changed'),
    )
    await release(other.id, supervisor)
  })

  it('an approver who read another public version than the one there decides nothing', async () => {
    const { id } = await letter()
    await acceptLetter(platform, officer, id)
    await draftReply(platform, officer, id, '请到窗口办理。')
    const contentHash = await seenHash(platform, id)
    const text = { subject: '咨询', body: '内容', reply: '改过的公开答复', attachments: [] }
    await changePublicVersion(platform, officer, id, text)
    await expect(decide(id, supervisor, { contentHash })).rejects.toEqual(refused('reply_changed'))
    await decide(id, supervisor)
    expect((await getLetter(platform.db, id)).replyPublic).toBe('改过的公开答复')
  })

  it('a rating waits for the answer; a letter is withdrawn once', async () => {
    const { number, queryCode: code } = await letter()
    expect((await post('/letters/track/rating', { number, code, rating: '3' })).body).toContain(
      '答复后才能评价',
    )
    expect((await post('/letters/track/withdrawal', { number, code })).statusCode).toBe(200)
    expect((await post('/letters/track/withdrawal', { number, code })).statusCode).toBe(409)
  })
})

it.each<[string, () => Promise<unknown>]>([
  ['mailbox_unknown', () => letter({ mailbox: 'none' })],
  ['author_missing', () => letter({ author: '' })],
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
