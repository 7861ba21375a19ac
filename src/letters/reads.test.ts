import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { chatCrew } from '../../test/chat-crew.ts'
import { answerLetter, sendLetter } from '../../test/letters.ts'
import { testStaff } from '../../test/staff.ts'
import { acceptLetter } from './handle-letter.ts'
import { keepLetters } from './import-letters.ts'
import { readContacts } from './read-contacts.ts'
import { readLetter, readObjection } from './read-letter.ts'
import { keepReplyFile } from './reply-files/keep-reply-file.ts'
import { openForStaff } from './reply-files/open-reply-file.ts'
import { objectToReply } from './sender.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
let waiting: (more?: object) => Promise<number>
beforeAll(async () => {
  const crew = await chatCrew()
  platform = crew.platform
  waiting = crew.waiting
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const reads = async (id: number) => {
  const rows = await platform.db
    .selectFrom('audit_entries')
    .select('action')
    .where('subject_kind', '=', 'letter')
    .where('subject_id', '=', String(id))
    .where('action', 'like', 'letters.read%')
    .orderBy('id')
    .execute()
  return rows.map(({ action }) => action)
}

it('each opening of sealed words is on the audit record, and an objection is opened on purpose', async () => {
  const { id } = await sendLetter(platform)
  await readLetter(platform, officer, id)
  expect(await reads(id)).toEqual([])
  await acceptLetter(platform, officer, id)
  const words = new Document({ sections: [{ children: [new Paragraph('每人三百元')] }] })
  await keepReplyFile(platform, officer, id, { name: '说明.docx', bytes: await Packer.toBuffer(words) })
  const [file] = (await readLetter(platform, officer, id)).replyFiles
  expect(await reads(id)).toEqual(['letters.read'])
  await openForStaff(platform, officer, id, file?.id ?? 0)
  await expect(openForStaff(platform, officer, id, 0)).rejects.toMatchObject({ code: 'not_found' })
  expect(await reads(id)).toEqual(['letters.read', 'letters.read_reply_file'])
  await answerLetter(platform, { officer, supervisor }, id, { accept: false })
  await objectToReply(platform, id, '补助还是没有到账')
  const view = await readLetter(platform, supervisor, id)
  expect(JSON.stringify(view)).not.toContain('还是没有到账')
  const [followUp] = view.followUps
  expect(await readObjection(platform, supervisor, id, followUp?.id ?? 0)).toEqual({
    words: '补助还是没有到账',
  })
  expect((await reads(id)).slice(-2)).toEqual(['letters.read', 'letters.read_objection'])
  const author = await testStaff(platform, 'author')
  await expect(readObjection(platform, author, id, 0)).rejects.toMatchObject({ code: 'not_allowed' })
})

it('one timeline joins a person’s letters and talks; letters taken over are joined by the author’s id, never by a name', async () => {
  const { id } = await sendLetter(platform, { telephone: '13911110000' })
  const talk = await waiting({ telephone: '13911110000' })
  const { items } = await readContacts(platform, officer, id)
  expect(items.map(({ kind, id: of, state }) => [kind, of, state])).toEqual([['talk', talk, 'waiting']])
  const row = (key: string, author: string) => ({
    id: key,
    subject: '咨询',
    body: `请问第${key}件怎样办理`,
    submitted_at: new Date('2018-03-01T01:00:00Z'),
    author,
  })
  const rows = [
    row('t1', 'UU00421'),
    row('t2', 'UU00421'),
    row('t3', '王先生'),
    row('t4', '王先生'),
    row('t5', '13911110000'),
  ]
  await platform.inTransaction((tx) => keepLetters(platform, tx, rows as never))
  const kept = await platform.db
    .selectFrom('letters')
    .select(['id', 'import_key'])
    .where('import_key', 'like', 't%')
    .orderBy('import_key')
    .execute()
  const others = await Promise.all(
    kept.map(async (one) => (await readContacts(platform, officer, one.id)).items.map(({ id: of }) => of)),
  )
  expect(others.slice(0, 4)).toEqual([[kept[1]?.id], [kept[0]?.id], [], []])
  expect(others[4]?.sort()).toEqual([id, talk].sort())
})
