import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { acceptLetter, reopenLetter } from './handle-letter.ts'
import { mergeLetter } from './merge-letter.ts'
import { changePublicVersion } from './public-version.ts'
import { decideReply, draftReply } from './reply.ts'
import { keepReplyFile } from './reply-files/keep-reply-file.ts'
import { filesForSender } from './reply-files/open-reply-file.ts'
import { getLetter } from './store.ts'
import { readSent } from './track-letter.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff

beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

/** One letter of 李小红, and one of 赵建国 merged into it. */
async function merged() {
  const main = await sendLetter(platform, { author: '李小红' })
  const other = await sendLetter(platform, { author: '赵建国' })
  await acceptLetter(platform, officer, main.id)
  await mergeLetter(platform, officer, other.id, main.number)
  return { main, other }
}
async function approve(id: number) {
  const contentHash = await seenHash(platform, id)
  await decideReply(platform, supervisor, id, { decision: 'approved', contentHash })
}
const readBy = async (id: number) => (await readSent(platform, id)).replies.map(({ text }) => text)

it('a reply that tells about nobody goes to senders of merged letters in full, whatever is edited for the public', async () => {
  const { main, other } = await merged()
  const reply = '您好！补助按江财规〔2018〕12号办理，请拨打027-87654321咨询。'
  await draftReply(platform, officer, main.id, reply)
  const edited = { subject: '咨询', body: '请问怎样申请？', reply: '补助按规定办理。', attachments: [] }
  await changePublicVersion(platform, officer, main.id, edited)
  await approve(main.id)
  expect([await readBy(main.id), await readBy(other.id)]).toEqual([[reply], [reply]])
})

it('PIPL art. 25: a reply that tells about the main letter’s sender needs words of its own for the others', async () => {
  const { main, other } = await merged()
  const reply = '李小红您好，您反映的补助已经到账。'
  const draft = (forMerged: string) => draftReply(platform, officer, main.id, reply, { forMerged })
  await expect(draft('')).rejects.toMatchObject({ code: 'merged_reply_missing' })
  await expect(draft('李小红的补助已经到账。')).rejects.toMatchObject({ code: 'merged_reply_personal' })
  // The others read it all: it greets none of them by name.
  await expect(draft('赵建国您好，补助已经到账。')).rejects.toMatchObject({ code: 'merged_reply_personal' })
  await draft('您好，您反映的补助已经发放。')
  await approve(main.id)
  expect([await readBy(main.id), await readBy(other.id)]).toEqual([[reply], ['您好，您反映的补助已经发放。']])
  expect((await getLetter(platform.db, main.id)).replyPublic).toBe('李**您好，您反映的补助已经到账。')
})

it('the approver’s hash covers what the others read', async () => {
  const { main } = await merged()
  const hashOf = async (forMerged: string) => {
    await draftReply(platform, officer, main.id, '李小红您好，已经到账。', { forMerged })
    const contentHash = await seenHash(platform, main.id)
    await decideReply(platform, supervisor, main.id, { decision: 'returned', contentHash, reason: '再改' })
    return contentHash
  }
  expect(await hashOf('已经发放。')).not.toBe(await hashOf('没有发放。'))
})

it('nobody gets stars: a letter is not merged after such a reply went out, and one that came during approval needs words of its own', async () => {
  const main = await sendLetter(platform, { author: '李小红' })
  await acceptLetter(platform, officer, main.id)
  await draftReply(platform, officer, main.id, '李小红您好，补助已经到账。')
  await approve(main.id)
  const late = await sendLetter(platform, { author: '赵建国' })
  const merge = () => mergeLetter(platform, officer, late.id, main.number)
  await expect(merge()).rejects.toMatchObject({ code: 'merge_reply_personal' })
  // Taken up again, the main letter takes it along and gets a version for it.
  await reopenLetter(platform, supervisor, main.id, '另有来信反映同一事项')
  await merge()
  expect(await readBy(late.id)).toEqual([])
  await draftReply(platform, officer, main.id, '李小红您好，补助已经到账。', { forMerged: '补助已经发放。' })
  await approve(main.id)
  expect(await readBy(late.id)).toEqual(['补助已经发放。'])

  const next = await sendLetter(platform, { author: '李小红' })
  await acceptLetter(platform, officer, next.id)
  await draftReply(platform, officer, next.id, '李小红您好，补助已经到账。')
  const during = await sendLetter(platform, { author: '赵建国' })
  await mergeLetter(platform, officer, during.id, next.number)
  await expect(approve(next.id)).rejects.toMatchObject({ code: 'merged_reply_missing' })
  expect(await readBy(during.id)).toEqual([])
})

it('of a joint reply’s files they get those that tell about nobody', async () => {
  const { main, other } = await merged()
  const file = async (name: string, words: string) => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(words)] }] }))
    await keepReplyFile(platform, officer, main.id, { name, bytes })
  }
  await file('发放标准.docx', '每人三百元')
  await file('李小红的账目.docx', '李小红三百元')
  await draftReply(platform, officer, main.id, '请看附件。')
  await approve(main.id)
  const names = async (id: number) =>
    (await filesForSender(platform, await getLetter(platform.db, id))).map(({ name }) => name)
  expect(await names(main.id)).toEqual(['发放标准.docx', '李小红的账目.docx'])
  expect(await names(other.id)).toEqual(['发放标准.docx'])
})

it('one letter more in an answered main letter gets the reply with what follows it; those that had it hear nothing twice', async () => {
  const { main, other } = await merged()
  await draftReply(platform, officer, main.id, '您好！补助按月发放。')
  await approve(main.id)
  const [late, follower] = [await sendLetter(platform), await sendLetter(platform)]
  await mergeLetter(platform, officer, follower.id, late.number)
  await mergeLetter(platform, officer, late.id, main.number)
  const told = async (id: number) =>
    (
      await platform.db
        .selectFrom('letter_events')
        .select('id')
        .where('letter_id', '=', id)
        .where('kind', '=', 'replied')
        .execute()
    ).length
  expect([await told(other.id), await told(late.id), await told(follower.id)]).toEqual([1, 1, 1])
  expect(await readBy(follower.id)).toEqual(['您好！补助按月发放。'])
})
