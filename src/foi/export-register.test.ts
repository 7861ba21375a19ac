import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'

const platform = await testPlatform()
const app = await createApp(platform)

it('the register leaves whole and masked, and the record says who took it', async () => {
  const rows = Array.from({ length: 51 }, (_, at) => ({
    number: `2018-${String(at + 1).padStart(4, '0')}`,
    channel: 'letter',
    applicant_kind: 'natural_person',
    status: 'answered',
    received_on: '2018-03-05' as never,
    answered_on: '2018-03-14' as never,
    outcome: 'granted',
    rules: '492',
    applicant_masked: '张**',
    description_masked: at ? '预算' : '=HYPERLINK("x")',
  }))
  await platform.db.insertInto('foi_requests').values(rows).execute()
  const officer = await signedIn(app, platform, 'foi_officer')
  const url = '/api/staff/foi/requests/export?format=csv'
  const { body } = await app.inject({ url, headers: officer.headers })
  expect(body.trim().split('\n')).toHaveLength(52)
  expect(body).toContain(`"'=HYPERLINK(""x"")"`)
  expect(body).toContain('张**')
  const found = await app.inject({ url: `${url}&text=2018-0007`, headers: officer.headers })
  expect(found.body.trim().split('\n')).toHaveLength(2)
  const kept = await platform.db
    .selectFrom('audit_entries')
    .select('actor_kind')
    .where('action', '=', 'foi.export')
    .execute()
  expect(kept).toHaveLength(2)
  const author = await signedIn(app, platform, 'author')
  expect((await app.inject({ url, headers: author.headers })).json().code).toBe('not_allowed')
})
