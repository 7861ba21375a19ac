import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection, uploadedPicture } from './builders.ts'

let platform: Platform
let app: App
let author: Awaited<ReturnType<typeof signedIn>>
let sectionId: number
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  author = await signedIn(app, platform, 'author', 'publisher')
  sectionId = await builtSection(platform)
})
const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${url}`, headers: author.headers, ...(payload ? { payload } : {}) })

async function draft() {
  const fileId = await uploadedPicture(platform, author.staff)
  const bodyHtml = `<p>正文<img src="/files/${fileId}" alt="图"></p>`
  const attachments = [{ fileId, name: '附件一.png', role: 'attachment', alt: '' }]
  const content = { ...builtContent(sectionId, { bodyHtml }), attachments }
  const { id } = (await send('POST', '/articles', content)).json()
  return { id: id as number, fileId }
}

it('shows the item as the public will see it, pictures included, to whoever holds the link only', async () => {
  const { id, fileId } = await draft()
  const link = await send('POST', `/articles/${id}/previews`, { days: 2 })
  expect(link.statusCode).toBe(201)
  const { path } = link.json()
  const page = await app.inject(path)
  expect(page.statusCode).toBe(200)
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect(page.body).toContain('本页面尚未公开')
  expect(page.body).toContain('<meta name="robots" content="noindex, nofollow">')
  expect(page.body).toContain(`${path}/files/${fileId}`)
  expect(page.body).not.toContain(`"/files/${fileId}"`)
  const picture = await app.inject(`${path}/files/${fileId}`)
  expect([picture.statusCode, picture.headers['cache-control']]).toEqual([200, 'no-store'])
  expect((await app.inject(`/files/${fileId}`)).statusCode).toBe(404)
  expect((await app.inject(`/articles/${id}`)).statusCode).toBe(404)
  const other = await draft()
  expect((await app.inject(`${path}/files/${other.fileId}`)).statusCode).toBe(404)
  const rows = await platform.db.selectFrom('preview_links').select('token_hash').execute()
  expect(rows.map((row) => row.token_hash)).not.toContain(path.split('/').at(-1))

  await send('POST', `/articles/${id}/emergency`, { reason: '测试所需的紧急发布' })
  const published = (await app.inject(`/articles/${id}`)).body
  const shown = (html: string) => /<article[\s\S]*<\/main>/.exec(html)?.[0]
  const withoutNumber = shown(published)?.replace(/<div><dt>索引号.*?<\/div>/, '')
  expect(shown(page.body)?.replaceAll(path, '')).toBe(withoutNumber)
})

it('ends when it is revoked, and at its last hour', async () => {
  const { id } = await draft()
  const { path, id: linkId } = (await send('POST', `/articles/${id}/previews`, { days: 1 })).json()
  const listed = (await send('GET', `/articles/${id}/previews`)).json().items
  expect(listed).toMatchObject([{ id: linkId, by: author.staff.name, revoked_at: null, active: true }])
  expect((await send('DELETE', `/articles/${id}/previews/${linkId}`)).statusCode).toBe(204)
  expect((await send('DELETE', `/articles/${id}/previews/${linkId}`)).statusCode).toBe(404)
  expect((await app.inject(path)).statusCode).toBe(404)
  const second = (await send('POST', `/articles/${id}/previews`, { days: 1 })).json().path
  await platform.db.updateTable('preview_links').set({ expires_at: platform.clock.now() }).execute()
  expect((await app.inject(second)).statusCode).toBe(404)
  expect((await app.inject('/preview/none')).headers['cache-control']).toBe('no-store')
  expect((await send('POST', `/articles/${id}/previews`, { days: 400 })).statusCode).toBe(400)
})

it('is offered to staff of publishing only', async () => {
  const { id } = await draft()
  const agent = await signedIn(app, platform, 'hotline_agent')
  const url = `/api/staff/articles/${id}/previews`
  const post = await app.inject({ method: 'POST', url, headers: agent.headers, payload: { days: 1 } })
  expect(post.json().code).toBe('not_allowed')
  expect((await app.inject({ url, headers: agent.headers })).json().code).toBe('not_allowed')
})
