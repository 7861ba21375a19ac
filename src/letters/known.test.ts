import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { answerLetter, builtForm, seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { listAttachments } from './attachments.ts'
import type { LetterInput } from './contract.ts'
import { acceptLetter } from './handle-letter.ts'
import { changePublicVersion, releaseLetter } from './public-version.ts'
import { readLetter, readObjection, readOriginal } from './read-letter.ts'
import { recordBasis } from './record-basis.ts'
import { decideReply, draftReply } from './reply.ts'
import { objectToReply, withdrawLetter, withdrawName } from './sender.ts'
import { getLetter } from './store.ts'
import { submitLetter } from './submit-letter.ts'
import { readSent } from './track-letter.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const file = (name: string, words: string) => ({ name, bytes: Buffer.from(words), tooLarge: false })
const send = (more: Partial<LetterInput>, uploads = [] as ReturnType<typeof file>[]) =>
  submitLetter(platform, { ...builtForm(platform, more), uploads })
const publicOf = async (id: number) => {
  const { subjectPublic, bodyPublic, replyPublic } = await getLetter(platform.db, id)
  const files = await listAttachments(platform.db, id)
  const { reply } = await readLetter(platform, officer, id)
  const texts = [subjectPublic, bodyPublic, replyPublic, reply?.bodyPublic ?? '']
  return [...texts, ...files.flatMap(({ namePublic, textPublic }) => [namePublic, textPublic])]
}
const versionOf = async (id: number) => (await getLetter(platform.db, id)).version
const release = async (id: number, staff: Staff) =>
  releaseLetter(platform, staff, id, { shown: true, version: await versionOf(id) })

describe('what one text tells is masked in all of them', () => {
  it('a name in the body masks the title, the attachment and the greeting of the reply', async () => {
    const { id } = await send(
      { author: '匿名', subject: '王小明的投诉', body: '我叫王小明，请尽快处理楼道堆物。' },
      [file('王小明.txt', '王小明看到的情况')],
    )
    await answerLetter(platform, { officer, supervisor }, id, { body: '王小明您好，来信收悉，已经清理。' })
    expect((await publicOf(id)).join('\n')).not.toContain('王小明')
    expect((await getLetter(platform.db, id)).replyPublic).toContain('王**您好')
  })

  it('a name that only the attachment or only the reply tells masks the letter', async () => {
    const { id } = await send({ author: '匿名', subject: '投诉', body: '段小楼每天装修，请处理。' }, [
      file('情况.txt', '邻居姓名：段小楼，住本栋。'),
    ])
    expect((await getLetter(platform.db, id)).bodyPublic).toBe('段**每天装修，请处理。')
    const { id: other } = await send({
      author: '匿名',
      subject: '苗翠花家的困难',
      body: '苗翠花家没有收到补助。',
    })
    expect((await getLetter(platform.db, other)).subjectPublic).toContain('苗翠花')
    await acceptLetter(platform, officer, other)
    await draftReply(platform, officer, other, '户主：苗翠花，补助已经补发。')
    expect((await publicOf(other)).join('\n')).not.toContain('苗翠花')
  })

  it('the form’s name, telephone and mail are masked in every shape', async () => {
    const { id } = await send({
      author: '王 小明（代）',
      telephone: '027-8765 4321',
      email: 'Li.Xiao@example.com',
      subject: '王小明反映的问题',
      body: '请回复(027)87654321或者LI.XIAO@example.com，谢谢。',
    })
    await answerLetter(platform, { officer, supervisor }, id, {
      body: '王小明，您好！已致电02787654321，我局电话027-12345678。',
    })
    const all = (await publicOf(id)).join('\n')
    expect(all).not.toMatch(/王小明|87654321|example\.com/i)
    expect(all).toContain('027-12345678')
  })
})

describe('the sender takes the name back', () => {
  it('it is struck from letter, attachments, replies and follow-ups, and masked in the replies to come', async () => {
    const { id } = await send(
      {
        author: '李小红',
        telephone: '13900139000',
        email: 'li@example.com',
        body: '我是李小红，139-0013-9000，li@example.com，请答复',
      },
      [file('李小红的材料.txt', '内容')],
    )
    await answerLetter(platform, { officer, supervisor }, id, { body: '李小红您好，请到窗口办理。' })
    await objectToReply(platform, id, '我是李小红，问题没有解决')
    await withdrawName(platform, id)
    const original = await readOriginal(platform, officer, id)
    const [followUp] = (await readLetter(platform, officer, id)).followUps
    const { words: followUps } = await readObjection(platform, officer, id, followUp?.id ?? 0)
    const { replies } = await readSent(platform, id)
    expect(JSON.stringify([original, followUps, replies])).not.toMatch(/李小红|139-?0013|li@example/)
    expect(replies[0]?.text).toBe('（已删除）您好，请到窗口办理。')
    await draftReply(platform, officer, id, '李小红您好，已再次核实。')
    expect((await publicOf(id)).join('\n')).not.toContain('李小红')
  })

  it('an approver whose draft was struck reads it anew', async () => {
    const { id } = await send({ author: '李小红' })
    await acceptLetter(platform, officer, id)
    await draftReply(platform, officer, id, '李小红您好，请到窗口办理。')
    const contentHash = await seenHash(platform, id)
    await withdrawName(platform, id)
    const given = { decision: 'approved', contentHash, reason: '', release: true } as const
    await expect(decideReply(platform, supervisor, id, given)).rejects.toEqual(refused('reply_changed'))
  })
})

describe('a second person releases what they read', () => {
  it('an attachment ticked or reworded after the approver read the page is not published unseen', async () => {
    const { id } = await send({}, [file('材料.txt', '办理时的情况')])
    await acceptLetter(platform, officer, id)
    await draftReply(platform, officer, id, '请到窗口办理。')
    const contentHash = await seenHash(platform, id)
    const letter = await getLetter(platform.db, id)
    const words = { subject: letter.subjectPublic, body: letter.bodyPublic, reply: '' }
    const [known] = await listAttachments(platform.db, id)
    const shown = { id: known?.id ?? 0, name: '材料.txt', text: '改过的文字' }
    await changePublicVersion(platform, officer, id, { ...words, attachments: [shown] })
    const given = { decision: 'approved', reason: '', release: true } as const
    await expect(decideReply(platform, supervisor, id, { ...given, contentHash })).rejects.toEqual(
      refused('reply_changed'),
    )
    const { attachments, reply } = await readLetter(platform, supervisor, id)
    expect(attachments).toMatchObject([{ shown: true, textPublic: '改过的文字' }])
    await decideReply(platform, supervisor, id, { ...given, contentHash: reply?.contentHash ?? '' })
    expect((await getLetter(platform.db, id)).released).toBe(true)
  })

  it('who drafted the reply does not release it', async () => {
    const both = await testStaff(platform, 'correspondence_officer', 'supervisor')
    const { id } = await sendLetter(platform)
    await answerLetter(platform, { officer: both, supervisor }, id)
    expect((await readLetter(platform, both, id)).abilities.release).toBe(false)
    await expect(release(id, both)).rejects.toEqual(refused('own_reply_public'))
    await release(id, supervisor)
  })
})

describe('a letter whose form does not consent', () => {
  it('is released by another person than the one who wrote down why', async () => {
    const both = await testStaff(platform, 'correspondence_officer', 'supervisor')
    const { id } = await sendLetter(platform, { consent: 'no' })
    await answerLetter(platform, { officer, supervisor }, id)
    await expect(release(id, supervisor)).rejects.toEqual(refused('no_consent'))
    await recordBasis(platform, both, id, { basis: 'consent_told', note: '6月15日电话中表示同意公开' })
    await expect(release(id, both)).rejects.toEqual(refused('own_basis'))
    await release(id, supervisor)
    const { events, letter } = await readLetter(platform, officer, id)
    expect(letter).toMatchObject({ released: true, publicationBasis: 'consent_told' })
    expect(events.map(({ kind }) => kind)).toContain('basis_recorded')
    const again = { basis: 'legal_duty', note: '条例第十九条' } as const
    await expect(recordBasis(platform, officer, id, again)).rejects.toEqual(refused('consented_already'))
  })

  it('stays closed once the sender took consent back', async () => {
    const { id } = await sendLetter(platform)
    await answerLetter(platform, { officer, supervisor }, id, { release: true })
    await withdrawLetter(platform, id)
    const given = { basis: 'consent_told', note: '来信人改变主意' } as const
    await expect(recordBasis(platform, officer, id, given)).rejects.toEqual(refused('consent_withdrawn'))
    expect((await readLetter(platform, officer, id)).abilities.record_basis).toBe(false)
  })
})

describe('an answer taken from another letter', () => {
  it('warns of the mask’s signs before it goes to approval, and is sent when they are meant', async () => {
    const { id } = await sendLetter(platform)
    await acceptLetter(platform, officer, id)
    const taken = '李**您好，请到窗口办理。'
    await expect(draftReply(platform, officer, id, taken)).rejects.toEqual(refused('reply_has_stars'))
    await draftReply(platform, officer, id, taken, { starsMeant: true })
  })
})
