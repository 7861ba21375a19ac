import { describe, expect, it } from 'vitest'
import { allowedRoles } from '../../test/allowed-roles.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'

const platform = await testPlatform()
const app = await createApp(platform)
const { headers } = await signedIn(app, platform, 'system_administrator')
const complete = {
  siteName: '江州市财政局',
  siteDomain: 'czj.jiangzhou.gov.cn',
  siteIdCode: '1304000009',
  organizationCode: '',
  telephone: '010-12345678',
  email: '',
}
const save = (changes: object = {}) =>
  app.inject({
    method: 'PUT',
    url: '/api/staff/agency',
    headers,
    payload: { ...complete, ...changes },
  })

it('changes what every public page says, at once', async () => {
  expect((await app.inject('/')).body).not.toContain('1304000009')
  expect((await save()).statusCode).toBe(204)
  expect((await app.inject('/')).body).toContain('<meta name="SiteIDCode" content="1304000009">')
})

it('notes before and after, and only what changed', async () => {
  await save({ officeHours: '工作日 9:00-17:00' })
  const { detail } = await platform.db
    .selectFrom('audit_entries')
    .select('detail')
    .where('action', '=', 'site.change_settings')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(detail).toEqual({ before: { officeHours: '' }, after: { officeHours: '工作日 9:00-17:00' } })
})

it.each([
  ['siteIdCode', 'bm64130001', 204],
  ['siteIdCode', '130400000', 400],
  ['siteIdCode', 'BM64130001', 400],
  ['siteName', '  ', 400],
  ['siteDomain', 'https://x', 400],
  ['weiboUrl', 'javascript:alert(1)', 400],
  ['officeMarkUrl', 'javascript:alert(1)', 400],
  ['officeMarkUrl', 'https://mark.example/certificate', 204],
  ['icpUrl', 'beian', 400],
  ['letterMark', '江财公开', 204],
  ['letterMark', '江财〔2018〕', 400],
  ['email', 'nobody', 400],
  ['telephone', '拨打我', 400],
])('%s “%s” is answered with %i', async (field, value, status) => {
  const answer = await save({ [field]: value })
  expect(answer.statusCode).toBe(status)
  if (status === 400) expect(Object.keys(answer.json().fields).join()).toContain(field)
})

describe('a mark that was issued to the agency', () => {
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const post = async (mark: string, file: File, who = headers) => {
    const body = new FormData()
    body.append('file', file)
    const form = new Request('http://localhost/', { method: 'POST', body })
    const type = form.headers.get('content-type') ?? ''
    const payload = Buffer.from(await form.arrayBuffer())
    const url = `/api/staff/agency/marks/${mark}`
    return app.inject({ method: 'POST', url, payload, headers: { ...who, 'content-type': type } })
  }
  const footerImages = async () =>
    [...(await app.inject('/')).body.matchAll(/<img src="(\/marks\/\d+)"/g)].map(([, src]) => src ?? '')

  it('stands in the footer of every page, can be replaced and taken away, and its old picture is gone', async () => {
    await save({ policeNumber: '江公网安备00000000号' })
    expect(await footerImages()).toEqual([])
    for (const mark of ['office', 'police'])
      expect((await post(mark, new File([picture], '标识.png'))).statusCode).toBe(204)
    const images = await footerImages()
    expect(images).toHaveLength(2)
    for (const src of images) {
      const answer = await app.inject(src)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png'])
    }
    const [police = '', office = ''] = images
    // Saving the words of the screen leaves the pictures.
    await save({ policeNumber: '江公网安备00000000号' })
    expect(await footerImages()).toEqual(images)
    await post('office', new File([picture], '新标识.png'))
    expect((await footerImages()).includes(office)).toBe(false)
    expect((await app.inject(office)).statusCode).toBe(404)
    await app.inject({ method: 'DELETE', url: '/api/staff/agency/marks/police', headers })
    expect([(await footerImages()).includes(police), (await app.inject(police)).statusCode]).toEqual([
      false,
      404,
    ])
    const actions = await platform.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'site.change_mark')
      .execute()
    expect(actions).toHaveLength(4)
  })

  it('is a picture, and only the system administrator brings it', async () => {
    expect((await post('office', new File(['x'], '标识.exe'))).json().code).toBe('file_type_refused')
    expect((await post('none', new File([picture], '标识.png'))).statusCode).toBe(400)
    const other = await signedIn(app, platform, 'author')
    expect((await post('office', new File([picture], '标识.png'), other.headers)).statusCode).toBe(403)
    const large = new File([Buffer.alloc(600 * 1024)], '标识.png')
    expect((await post('office', large)).statusCode).toBe(413)
  })
})

it('only the system administrator changes it', async () => {
  const allowed = await allowedRoles(app, platform)
  expect(await allowed({ method: 'GET', url: '/api/staff/agency' })).toHaveLength(12)
  expect(await allowed({ method: 'PUT', url: '/api/staff/agency', payload: complete })).toEqual([
    'system_administrator',
  ])
})
