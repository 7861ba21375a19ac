import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtContent, builtSection } from '../publishing/builders.ts'
import { createArticle } from '../publishing/create-article.ts'
import { publishInEmergency } from '../publishing/emergency.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const app = await createApp(platform)
const sectionId = await builtSection(platform)
const staff = await testStaff(platform, 'author', 'publisher')
for (let n = 1; n <= 51; n++) {
  const title = n === 1 ? '=1+1 的通知' : `第${n}号通知`
  const { id } = await createArticle(platform, staff, builtContent(sectionId, { title }))
  await publishInEmergency(platform, staff, id, '测试所需的紧急发布')
}
const get = (url: string) => app.inject(url)

it('each figure of the year is a link to exactly the rows that it counts', async () => {
  expect((await get('/reports')).body).toContain('href="/reports/2018"')
  const report = (await get('/reports/2018')).body
  expect(report).toContain('<a href="/reports/2018/publications.total">51</a>')
  const first = (await get('/reports/2018/publications.total')).body
  expect(first.match(/<li><a href="\/articles\//g)).toHaveLength(50)
  const next = /href="(\/reports\/2018\/publications\.total\?after=\d+)"/.exec(first)?.[1] ?? ''
  expect((await get(next)).body.match(/<li><a href="\/articles\//g)).toHaveLength(1)
})

it('a growth leads to the rows of both years', async () => {
  const page = (await get('/reports/2018/publications.growth_percent')).body
  expect(page).toContain('<a href="/reports/2018/publications.total">2018年门户网站发布信息总数 51 条</a>')
  expect(page).toContain('2017年门户网站发布信息总数 0 条')
  expect(page).not.toContain('Order 711')
})

it('all rows leave as CSV, and no cell is a formula', async () => {
  const { body, headers } = await get('/reports/2018/publications.total/rows.csv')
  expect(headers['content-type']).toContain('text/csv')
  expect(body.trim().split('\n')).toHaveLength(52)
  expect(body).toContain("'=1+1 的通知")
})

it.each([
  '/reports/2017',
  '/reports/2018/no.such',
  '/reports/1/publications.total',
  '/reports/2018/no.such/rows.csv',
])('%s does not exist', async (url) => expect((await get(url)).statusCode).toBe(404))

it('the whole report is read on the site and taken home as a Word file', async () => {
  expect((await get('/reports/2018/document')).body).toContain('门户网站发布信息51条')
  const file = await get('/reports/2018/document.docx')
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
})
