import { buffer } from 'node:stream/consumers'
import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { seenHash, sendLetter } from '../../../test/letters.ts'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { acceptLetter } from '../handle-letter.ts'
import { changePublicVersion, releaseLetter } from '../public-version.ts'
import { readLetter } from '../read-letter.ts'
import { decideReply, draftReply } from '../reply.ts'
import { withdrawName } from '../sender.ts'
import { getLetter } from '../store.ts'
import { readSent } from '../track-letter.ts'
import { keepReplyFile, removeReplyFile, replyFilesMost } from './keep-reply-file.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
let server: App

beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
  server = await createApp(platform)
})

const docx = async (...lines: string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))

/** Accepted, with one file uploaded. */
async function withFile(name: string, ...lines: string[]) {
  const sent = await sendLetter(platform, { author: '李小红' })
  await acceptLetter(platform, officer, sent.id)
  await keepReplyFile(platform, officer, sent.id, { name, bytes: await docx(...lines) })
  const [file] = (await readLetter(platform, officer, sent.id)).replyFiles
  return { ...sent, fileId: file?.id ?? 0 }
}

async function decide(id: number, more: { release?: boolean; filesChecked?: boolean } = {}) {
  const contentHash = await seenHash(platform, id)
  await decideReply(platform, supervisor, id, { decision: 'approved', contentHash, reason: '', ...more })
}
const publicFile = (id: number, file: number) => server.inject(`/letters/${id}/files/${file}`)

it('the sender gets a file with the reply by number and code; the public gets it on the letter’s page, under a masked name', async () => {
  const { id, number, queryCode, fileId } = await withFile('李小红的办理指南.docx', '请带身份证到窗口。')
  await draftReply(platform, officer, id, '请看附件。', { shownFiles: [fileId] })
  const form = { number, code: queryCode, file: fileId }
  const before = await server.inject({ method: 'POST', url: '/letters/track/file', payload: form })
  expect([before.statusCode, (await publicFile(id, fileId)).statusCode]).toEqual([404, 404])

  await decide(id, { release: true })
  const tracked = await server.inject({
    method: 'POST',
    url: '/letters/track',
    payload: { number, code: queryCode },
  })
  expect(tracked.body).toContain('下载 李小红的办理指南.docx')
  const taken = await server.inject({ method: 'POST', url: '/letters/track/file', payload: form })
  expect([taken.statusCode, taken.headers['cache-control']]).toEqual([200, 'no-store'])
  expect(taken.rawPayload.subarray(0, 2).toString()).toBe('PK')

  const page = await server.inject(`/letters/${id}`)
  expect(page.body).toContain(`href="/letters/${id}/files/${fileId}"`)
  expect(page.body).toContain('李**的办理指南.docx')
  expect(page.body).not.toContain('李小红')
  const open = await publicFile(id, fileId)
  expect([open.statusCode, open.headers['cache-control']]).toEqual([200, 'no-cache'])
  expect(open.headers['content-disposition']).toContain(encodeURIComponent('李**的办理指南.docx'))
  const again = {
    url: `/letters/${id}/files/${fileId}`,
    headers: { 'if-none-match': String(open.headers.etag) },
  }
  expect((await server.inject(again)).statusCode).toBe(304)

  const { version } = await getLetter(platform.db, id)
  await releaseLetter(platform, supervisor, id, { shown: false, version })
  expect((await publicFile(id, fileId)).statusCode).toBe(404)
})

it('a file that is not chosen for the public goes to the sender alone', async () => {
  const { id, number, queryCode, fileId } = await withFile('情况说明.docx', '已经处理。')
  await draftReply(platform, officer, id, '请看附件。')
  await decide(id, { release: true })
  expect((await publicFile(id, fileId)).statusCode).toBe(404)
  expect((await server.inject(`/letters/${id}`)).body).not.toContain('答复附件')
  const form = { number, code: queryCode, file: fileId }
  expect(
    (await server.inject({ method: 'POST', url: '/letters/track/file', payload: form })).statusCode,
  ).toBe(200)
  const wrong = { ...form, code: '0000-0000-0000' }
  expect(
    (await server.inject({ method: 'POST', url: '/letters/track/file', payload: wrong })).statusCode,
  ).toBe(404)
})

it.each([
  ['an identity number', '申请人身份证110105194912310021'],
  ['the sender, whom the form names', '李小红您好，经查属实。'],
])(
  'reply_file_personal: %s keeps a file from the public, and the letter is released without it',
  async (_, line) => {
    const { id, fileId } = await withFile('答复意见书.docx', line)
    await draftReply(platform, officer, id, '请看附件。', { shownFiles: [fileId] })
    const [file] = (await readLetter(platform, supervisor, id)).replyFiles
    expect(file?.findings.map(({ level }) => level)).toEqual(['error'])
    await expect(decide(id, { release: true, filesChecked: true })).rejects.toMatchObject({
      code: 'reply_file_personal',
    })
    await decide(id)
    const { version } = await getLetter(platform.db, id)
    await expect(
      releaseLetter(platform, supervisor, id, { shown: true, version, filesChecked: true }),
    ).rejects.toMatchObject({ code: 'reply_file_personal' })
    const words = { subject: '咨询', body: '请问怎样申请？', reply: '请看附件。', attachments: [] }
    await changePublicVersion(platform, officer, id, { ...words, replyFiles: [] })
    const after = await getLetter(platform.db, id)
    await releaseLetter(platform, supervisor, id, { shown: true, version: after.version })
    expect((await publicFile(id, fileId)).statusCode).toBe(404)
  },
)

it('reply_file_unchecked: a telephone, or a picture that nobody can read, asks the approver for a word', async () => {
  const { id, fileId } = await withFile('联系方式.docx', '施工负责人电话13900139000')
  await draftReply(platform, officer, id, '请看附件。', { shownFiles: [fileId] })
  await expect(decide(id, { release: true })).rejects.toMatchObject({ code: 'reply_file_unchecked' })
  await decide(id, { release: true, filesChecked: true })
  expect((await publicFile(id, fileId)).statusCode).toBe(200)
})

it('the approver’s hash covers the files: what is taken off or shown after the reading is not approved', async () => {
  const { id, fileId } = await withFile('清单.docx', '材料清单')
  await draftReply(platform, officer, id, '请看附件。')
  const contentHash = await seenHash(platform, id)
  await platform.db.updateTable('letter_reply_files').set({ shown: true }).where('id', '=', fileId).execute()
  await expect(
    decideReply(platform, supervisor, id, { decision: 'approved', contentHash, release: true }),
  ).rejects.toMatchObject({ code: 'reply_changed' })
})

it('a returned reply keeps its files for the next draft; one is removed with its bytes; ten are enough', async () => {
  const { id, fileId } = await withFile('清单.docx', '材料清单')
  await draftReply(platform, officer, id, '请看附件。', { shownFiles: [fileId] })
  const returned = {
    decision: 'returned' as const,
    reason: '换一个附件',
    contentHash: await seenHash(platform, id),
  }
  await decideReply(platform, supervisor, id, returned)
  await removeReplyFile(platform, officer, id, fileId)
  await expect(removeReplyFile(platform, officer, id, fileId)).rejects.toMatchObject({ code: 'not_found' })
  const bytes = await docx('新清单')
  for (let at = 0; at < replyFilesMost; at++)
    await keepReplyFile(platform, officer, id, { name: `清单${at}.docx`, bytes })
  await expect(keepReplyFile(platform, officer, id, { name: '又一份.docx', bytes })).rejects.toMatchObject({
    code: 'reply_files_too_many',
  })
  await draftReply(platform, officer, id, '请看附件。')
  await decide(id)
  expect((await readSent(platform, id)).files).toHaveLength(replyFilesMost)
  const row = await platform.db
    .selectFrom('stored_files')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb.selectFrom('letter_reply_files').select('file_id').where('letter_id', '=', id),
    )
    .executeTakeFirstOrThrow()
  // Neither bytes nor the store's own name tell anything.
  expect([row.sealed, row.name]).toEqual([true, '答复附件1.docx'])
})

it('a sender who takes the name back takes it out of the files’ names; the sealed bytes stay', async () => {
  const { id, fileId } = await withFile('李小红的办理指南.docx', '请带身份证到窗口。')
  await draftReply(platform, officer, id, '请看附件。')
  await decide(id)
  await withdrawName(platform, id)
  const { files } = await readSent(platform, id)
  expect(files.map(({ name }) => name)).toEqual(['（已删除）的办理指南.docx'])
  const stored = await platform.db
    .selectFrom('letter_reply_files')
    .selectAll()
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow()
  const { stream } = await platform.files.open({ id: stored.file_id })
  expect((await buffer(stream)).subarray(0, 2).toString()).toBe('PK')
})
