import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { can } from '#people'
import { roles } from '#people/contract'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { publishedFact, sectionInGroup } from './builders.ts'

let platform: Platform
let app: App
let headers: { cookie: string }
const year = 'from=2018-01-01&to=2018-12-31'
beforeAll(async () => {
  platform = await testPlatform({ now: '2019-02-01T10:00:00+08:00' })
  app = await createApp(platform)
  const section = await sectionInGroup(platform, 'news', 'finance_headlines')
  for (let n = 0; n < 52; n++)
    await publishedFact(platform, section, {
      on: n < 51 ? '2018-03-01' : '2018-04-02',
      channels: ['website', 'weibo'],
    })
  headers = (await signedIn(app, platform, 'statistician')).headers
})
const get = (path: string) => app.inject({ url: `/api/staff/statistics/${path}`, headers })

describe('statistics for staff', () => {
  it('gives every figure of a free period beside the year before', async () => {
    const { parts } = (await get('figures?from=2018-03-01&to=2018-03-31')).json()
    const [{ name, figures }] = parts
    expect([name, figures[0].key, figures[0].value, figures[0].before]).toEqual([
      '发布情况',
      'publications.total',
      51,
      0,
    ])
  })

  it('groups, then opens the rows of a group fifty at a time, each with its record', async () => {
    const key = 'key=disclosure.weibo'
    const view = (await get(`breakdown?${year}&${key}&by=month`)).json()
    expect(view.groups.filter((group: { count: number }) => group.count)).toMatchObject([
      { value: '2018-03', count: 51 },
      { value: '2018-04', count: 1 },
    ])
    const first = (await get(`rows?${year}&${key}&by=month&value=2018-03`)).json()
    const second = (await get(`rows?${year}&${key}&by=month&value=2018-03&after=${first.next}`)).json()
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 1, null])
    expect(first.items[0].recordId).toBe(Math.floor(first.items[0].id / 8))
  })

  it('leaves as CSV and as a workbook, and the audit record says who took it', async () => {
    const csv = await get(`export?${year}&key=publications.total&by=month&what=groups&format=csv`)
    expect(csv.headers['content-disposition']).toContain('publications.total-2018-01-01-2018-12-31.csv')
    expect(csv.body).toContain('2018-03,51,0,51')
    const xlsx = await get(`export?${year}&key=publications.total&what=rows&format=xlsx`)
    const [{ data }] = (await readXlsxFile(xlsx.rawPayload)) as unknown as [{ data: unknown[][] }]
    expect([data.length, data[0]]).toEqual([53, ['编号', '标题', '日期']])
    const entries = await platform.db
      .selectFrom('audit_entries')
      .select(['subject_id', 'actor_kind'])
      .where('action', '=', 'statistics.export')
      .execute()
    expect(entries).toEqual(Array(2).fill({ subject_id: 'publications.total', actor_kind: 'staff' }))
  })

  it.each([
    ['figures?from=2018-02-01&to=2018-01-01', 422, 'period_reversed'],
    ['figures?from=2018-02-30&to=2018-03-01', 400, 'invalid_input'],
    [`breakdown?${year}&key=no.such&by=month`, 404, 'not_found'],
    [`breakdown?${year}&key=publications.total&by=mailbox`, 404, 'not_found'],
    [`rows?${year}&key=publications.total&by=section&value=%27%3B--`, 200, undefined],
  ])('%s is answered with %i', async (path, status, code) => {
    const answer = await get(path)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('every figure of a period leaves as one file', async () => {
    const csv = await get(`figures/export?${year}&format=csv`)
    expect(csv.body).toMatch(/发布信息总数,52,/)
    const shown = (await get(`figures?${year}`)).json().parts.flatMap((part: { figures: [] }) => part.figures)
    expect(csv.body.trim().split('\n')).toHaveLength(shown.length + 1)
  })

  it.each(roles)('%s reads statistics only with statistics.read', async (role) => {
    const person = await signedIn(app, platform, role)
    const answer = await app.inject({ url: `/api/staff/statistics/figures?${year}`, headers: person.headers })
    expect(answer.statusCode).toBe(can({ roles: [role] }, 'statistics.read') ? 200 : 403)
  })
})
