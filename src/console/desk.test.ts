import { expect, it } from 'vitest'
import type { DeskCard, Role } from '#people'
import { day } from '#platform/clock'
import { allowedRoles } from '../../test/allowed-roles.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from '../foi/builders.ts'
import { builtContent, builtSection } from '../publishing/builders.ts'
import { createArticle } from '../publishing/create-article.ts'

const platform = await testPlatform({ now: '2026-11-25T10:00:00+08:00' })
const app = await createApp(platform)
async function deskOf(...roles: Role[]): Promise<DeskCard[]> {
  const { headers } = await signedIn(app, platform, ...roles)
  return (await app.inject({ url: '/api/staff/desk', headers })).json().cards
}

it('nothing waits: the desk is empty', async () => {
  expect(await deskOf('hotline_agent', 'author', 'supervisor')).toEqual([
    expect.objectContaining({ key: 'calls_today', count: 0 }),
  ])
})

it('shows open requests with what is late and what comes next', async () => {
  const officer = await testStaff(platform, 'foi_officer')
  // 20 working days from 2026-10-09 ended on 11-06 at the latest; from 11-20 they end on 12-18.
  await builtCase(platform, officer, '2026-10-09')
  await builtCase(platform, officer, '2026-11-20')
  expect(await deskOf('supervisor')).toEqual([
    {
      ...{ key: 'foi_open', group: '依申请公开', label: '未办结的公开申请', href: '/requests?open=true' },
      ...{ count: 2, unit: '件', overdue: 1, nextDue: '2026-12-18' },
    },
  ])
})

it('shows one’s own drafts with the day of the oldest, and nobody else’s', async () => {
  const { staff, headers } = await signedIn(app, platform, 'author')
  await createArticle(platform, staff, builtContent(await builtSection(platform)))
  await platform.db
    .updateTable('articles')
    .set({ updated_at: new Date('2026-11-01T00:00:00Z') })
    .execute()
  const { cards } = (await app.inject({ url: '/api/staff/desk', headers })).json()
  expect(cards).toEqual([expect.objectContaining({ key: 'draft', count: 1, oldest: day('2026-11-01') })])
  expect(await deskOf('author')).toEqual([])
})

it('warns 60 days before the calendar ends, whoever can load a notice', async () => {
  const cards = await deskOf('system_administrator')
  expect(cards).toContainEqual(
    expect.objectContaining({ key: 'calendar_horizon', count: 36, nextDue: '2026-12-31' }),
  )
  expect((await deskOf('publisher')).map(({ key }) => key)).not.toContain('calendar_horizon')
})

it('shows what readers found wrong, by its next day', async () => {
  const row = { page: '/a', kind: 'link', words_public: '打不开的链接', original_sealed: Buffer.from('x') }
  const came = { received_at: new Date('2026-11-20T02:00:00Z'), received_on: day('2026-11-20') }
  const due = { forward_due_on: day('2026-11-23'), answer_due_on: day('2026-11-25') }
  const handed = { status: 'forwarded', forwarded_on: day('2026-11-23') }
  await platform.db
    .insertInto('site_errors')
    .values({ ...row, ...came, ...due })
    .execute()
  await platform.db
    .insertInto('site_errors')
    .values({ ...row, ...came, ...due, ...handed })
    .execute()
  const dates = { count: 2, overdue: 1, nextDue: '2026-11-25', oldest: '2026-11-20' }
  expect(await deskOf('correspondence_officer')).toContainEqual(
    expect.objectContaining({ key: 'site_errors_open', ...dates }),
  )
  expect((await deskOf('supervisor')).map(({ key }) => key)).not.toContain('site_errors_open')
})

it('shows an annual report to whoever may approve it, but for who submitted it', async () => {
  const { staff, headers } = await signedIn(app, platform, 'supervisor')
  const submitted = { submitted_by: staff.id, submitted_at: new Date('2026-11-24T02:00:00Z') }
  await platform.db
    .insertInto('annual_reports')
    .values({ year: 2025, status: 'in_approval', ...submitted })
    .execute()
  const key = 'annual_report_in_approval'
  expect(await deskOf('supervisor')).toContainEqual(
    expect.objectContaining({ key, href: '/annual-report?year=2025', count: 1, oldest: '2026-11-24' }),
  )
  const { cards } = (await app.inject({ url: '/api/staff/desk', headers })).json()
  expect(cards.map((card: DeskCard) => card.key)).not.toContain(key)
})

it('every member of staff has a desk', async () => {
  const allowed = await allowedRoles(app, platform)
  expect(await allowed({ method: 'GET', url: '/api/staff/desk' })).toHaveLength(12)
})
