import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../../../src/app.ts'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'

type Person = Awaited<ReturnType<typeof signedIn>>
let platform: Platform
let app: App
let writer: Person
const many = 501

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  writer = await signedIn(app, platform, 'correspondence_officer')
  const own = { owner_id: writer.staff.id, written_by: writer.staff.id }
  const answer = '=1+1 到窗口申请。'
  await platform.db
    .insertInto('knowledge_entries')
    .values(
      Array.from({ length: many }, (_, at) => ({
        ...own,
        topic: '补助',
        question: `第${at}批补助怎样申请`,
        variants: ['补助怎么领'],
        answer,
        audience: 'public',
      })),
    )
    .execute()
  const other = { topic: '会计', question: '会计证书在哪里领取', answer: '一楼窗口', audience: 'internal' }
  await platform.db
    .insertInto('knowledge_entries')
    .values({ ...own, ...other })
    .execute()
})
const exported = (query: string, who = writer) =>
  app.inject({ url: `/api/staff/knowledge/entries/export?${query}`, headers: who.headers })

it('the list leaves whole, past one reading, as it is filtered; no cell runs in a spreadsheet; it is on the record', async () => {
  const csv = await exported('format=csv&topic=补助&sort=-newest')
  expect(csv.headers['content-disposition']).toContain(encodeURIComponent('口径条目.csv'))
  const lines = csv.body.trim().split('\n')
  expect(lines[0]).toBe('编号,主题,问题,其他问法,口径,状态,暂停原因,范围,关注,解决了问题,负责人,有效至')
  expect(lines).toHaveLength(many + 1)
  expect(csv.body).toContain("'=1+1 到窗口申请。")
  expect(csv.body).not.toContain('会计证书')
  expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(many)
  const entries = await platform.db
    .selectFrom('audit_entries')
    .select('detail')
    .where('action', '=', 'knowledge.export')
    .execute()
  expect(entries.map(({ detail }) => detail)).toEqual([{ format: 'csv' }])
})

it('as a workbook, with what is internal', async () => {
  const xlsx = await exported('format=xlsx&topic=会计')
  expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

it('not_allowed to whoever may not read entries', async () => {
  const stranger = await signedIn(app, platform, 'author')
  expect((await exported('format=csv', stranger)).json()).toMatchObject({ code: 'not_allowed' })
})
