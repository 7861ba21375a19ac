import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { coverWords } from './cover-words.ts'
import { acceptLetter } from './handle-letter.ts'
import { readLetter } from './read-letter.ts'
import { decideReply, draftReply } from './reply.ts'
import { getLetter } from './store.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff

beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

/** A person whom nothing tells: the masks leave the name, the preview asks about it. */
async function waiting() {
  const words = { subject: '质疑录用毛偲纯', body: '听说毛偲纯被学校录用，是不是公开招聘？' }
  const { id } = await sendLetter(platform, words)
  await acceptLetter(platform, officer, id)
  await draftReply(platform, officer, id, '经查，毛偲纯由学校公开招聘。')
  return id
}

it('PIPL art. 51: who releases covers a name that the masks were not sure of, in every text, and still decides', async () => {
  const id = await waiting()
  expect((await readLetter(platform, supervisor, id)).doubts).toEqual(['毛偲纯'])
  const before = await seenHash(platform, id)
  await coverWords(platform, supervisor, id, '毛偲纯')
  const view = await readLetter(platform, supervisor, id)
  expect(view.doubts).toEqual([])
  expect([view.letter.subjectPublic, view.letter.bodyPublic, view.reply?.bodyPublic]).toEqual([
    '质疑录用毛**',
    '听说毛**被学校录用，是不是公开招聘？',
    '经查，毛**由学校公开招聘。',
  ])
  // The sender reads the reply as it was written.
  expect(view.reply?.body).toBe('经查，毛偲纯由学校公开招聘。')
  const decision = { decision: 'approved' as const, reason: '', release: true }
  await expect(
    decideReply(platform, supervisor, id, { ...decision, contentHash: before }),
  ).rejects.toMatchObject({ code: 'reply_changed' })
  await decideReply(platform, supervisor, id, { ...decision, contentHash: await seenHash(platform, id) })
  expect(await getLetter(platform.db, id)).toMatchObject({
    released: true,
    replyPublic: '经查，毛**由学校公开招聘。',
  })
})

it('what was covered is covered in later replies, too', async () => {
  const id = await waiting()
  await coverWords(platform, supervisor, id, '毛偲纯')
  const contentHash = await seenHash(platform, id)
  await decideReply(platform, supervisor, id, {
    decision: 'returned',
    contentHash,
    reason: '请补充',
    release: false,
  })
  await draftReply(platform, officer, id, '经查，毛偲纯由学校公开招聘，名单已公示。')
  expect((await readLetter(platform, supervisor, id)).reply?.bodyPublic).toBe(
    '经查，毛**由学校公开招聘，名单已公示。',
  )
})

it('words_not_there: pressed twice, or taken from elsewhere', async () => {
  const id = await waiting()
  await coverWords(platform, supervisor, id, '毛偲纯')
  await expect(coverWords(platform, supervisor, id, '毛偲纯')).rejects.toMatchObject({
    code: 'words_not_there',
  })
})
