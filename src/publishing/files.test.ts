import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection } from './builders.ts'
import { byteRange } from './byte-range.ts'
import { createArticle } from './create-article.ts'
import { publishInEmergency } from './emergency.ts'

let platform: Platform
let app: App
let author: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  author = await signedIn(app, platform, 'author', 'publisher')
})
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
function upload(name: string, bytes: Buffer, headers = author.headers) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  const type = request.headers.get('content-type') ?? ''
  return request.arrayBuffer().then((body) =>
    app.inject({
      method: 'POST',
      url: '/api/staff/files',
      headers: { ...headers, 'content-type': type },
      payload: Buffer.from(body),
    }),
  )
}

describe('an upload', () => {
  it.each<[string, string, Buffer]>([
    ['file_empty', '空.txt', Buffer.alloc(0)],
    ['file_type_refused', '程序.exe', Buffer.from('MZ')],
    ['file_type_refused', '网页.html', Buffer.from('<script>')],
    ['file_type_mismatch', '图片.png', Buffer.from('<html>')],
    ['file_type_mismatch', '文档.pdf', png],
    ['file_type_mismatch', '文本.txt', png],
    ['file_name_refused', `${'长'.repeat(151)}.txt`, Buffer.from('文')],
  ])('%s: %s', async (code, name, bytes) => {
    expect((await upload(name, bytes)).json().code).toBe(code)
  })

  it('too large is refused and leaves nothing behind', async () => {
    const folder = join(platform.config.dataDir, 'files')
    const kept = () => readdirSync(folder, { recursive: true }).length
    await upload('甲.txt', Buffer.from('甲'))
    const files = kept()
    const answer = await upload('大.txt', Buffer.alloc(100 * 1024 * 1024 + 1, 65))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'file_too_large'])
    expect(kept()).toBe(files)
  })

  it('that its caller limits more is refused', async () => {
    const put = platform.inTransaction((tx) =>
      platform.files.put(
        tx,
        { name: '甲.txt', bytes: Buffer.from('甲甲') },
        { accept: ['text'], limitBytes: 3 },
      ),
    )
    await expect(put).rejects.toEqual(expect.objectContaining({ code: 'file_too_large' }))
  })

  it('by nobody, or by somebody else than an author, is refused', async () => {
    expect((await upload('甲.txt', Buffer.from('甲'), {} as typeof author.headers)).statusCode).toBe(401)
    const officer = await signedIn(app, platform, 'foi_officer')
    expect((await upload('甲.txt', Buffer.from('甲'), officer.headers)).statusCode).toBe(403)
  })
})

describe('a file', () => {
  it('is public with its item and not before, in parts too; its text is checked', async () => {
    const bytes = Buffer.from('附件的正文，共十二个字。')
    const { id: fileId } = (await upload('附件 一.txt', bytes)).json()
    const get = (headers = {}) => app.inject({ url: `/files/${fileId}`, headers })
    expect((await get()).statusCode).toBe(404)
    const staff = await testStaff(platform, 'author', 'publisher')
    const attachments = [{ fileId, name: '附件 一.txt', role: 'attachment' as const, alt: '' }]
    const { id } = await createArticle(
      platform,
      staff,
      builtContent(await builtSection(platform), { attachments }),
    )
    await publishInEmergency(platform, staff, id, '测试所需的紧急发布')
    const whole = await get()
    expect([whole.statusCode, whole.rawPayload.equals(bytes)]).toEqual([200, true])
    expect(whole.headers['content-disposition']).toContain(encodeURIComponent('附件 一.txt'))
    expect((await get({ 'if-none-match': whole.headers.etag })).statusCode).toBe(304)
    const part = await get({ range: 'bytes=0-5' })
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([
      206,
      '附件',
      `bytes 0-5/${bytes.length}`,
    ])
    expect((await get({ range: 'bytes=999-' })).statusCode).toBe(416)
    expect((await app.inject(`/articles/${id}`)).body).toContain(`/files/${fileId}`)
    const revision = await platform.db
      .selectFrom('published_articles')
      .select('revision_id')
      .where('article_id', '=', id)
      .executeTakeFirstOrThrow()
    const kept = await platform.db
      .selectFrom('revision_attachments')
      .select('extracted_text')
      .where('revision_id', '=', revision.revision_id)
      .executeTakeFirstOrThrow()
    expect(kept.extracted_text).toContain('共十二个字')
  })

  it('of a person is sealed on disk, opens whole, and is never public', async () => {
    const bytes = Buffer.from('身份证复印件')
    const kept = await platform.inTransaction((tx) =>
      platform.files.put(
        tx,
        { name: '证件.txt', bytes },
        { accept: ['text'], limitBytes: 1000, sealed: true },
      ),
    )
    const { stream } = await platform.files.open(kept)
    expect(Buffer.concat(await stream.toArray()).equals(bytes)).toBe(true)
    expect((await app.inject(`/files/${kept.id}`)).statusCode).toBe(404)
    await expect(platform.files.open({ id: 9999 })).rejects.toEqual(
      expect.objectContaining({ code: 'file_gone' }),
    )
  })
})

it.each([
  [undefined, undefined],
  ['bytes=0-1,3-4', undefined],
  ['bytes=2-', { from: 2, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=0-99', { from: 0, to: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=5-2', 'unsatisfiable'],
])('range %s of ten bytes', (header, expected) => expect(byteRange(header, 10)).toEqual(expected))
