import { expect, it } from 'vitest'
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
  ['email', 'nobody', 400],
  ['telephone', '拨打我', 400],
])('%s “%s” is answered with %i', async (field, value, status) => {
  const answer = await save({ [field]: value })
  expect(answer.statusCode).toBe(status)
  if (status === 400) expect(Object.keys(answer.json().fields).join()).toContain(field)
})

it('only the system administrator changes it', async () => {
  const allowed = await allowedRoles(app, platform)
  expect(await allowed({ method: 'GET', url: '/api/staff/agency' })).toHaveLength(12)
  expect(await allowed({ method: 'PUT', url: '/api/staff/agency', payload: complete })).toEqual([
    'system_administrator',
  ])
})
