import { expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { publishedFact, sectionInGroup } from './builders.ts'

const platform = await testPlatform({ now: '2019-02-01T10:00:00+08:00' })
const app = await createApp(platform)
const get = (url: string) => app.inject(url)

it('before anything is public the page says so', async () => {
  expect((await get('/statistics')).body).toContain('还没有可以统计的记录')
})

it('shows the year that is over, each chart with a title, words for who cannot see it, and a table of links', async () => {
  const section = await sectionInGroup(platform, 'news', 'finance_headlines')
  for (const on of ['2017-03-09', '2018-03-01', '2018-03-02', '2019-01-03'])
    await publishedFact(platform, section, { on })
  const { body, statusCode } = await get('/statistics')
  expect(statusCode).toBe(200)
  expect(body).toContain('<h1>2018年政务公开统计</h1>')
  expect(body).not.toMatch(/<script(?! type="module" src="\/assets\/)/)
  for (const svg of body.match(/<svg[^>]*aria-labelledby[\s\S]*?<\/svg>/g) ?? []) {
    const [, title, description] = /aria-labelledby="(.*?)" aria-describedby="(.*?)"/.exec(svg) ?? []
    expect(svg).toContain(`<title id="${title}">2018年`)
    expect(svg).toContain(`<desc id="${description}">柱形图，共`)
  }
  expect(body.match(/<svg[^>]*aria-labelledby/g)?.length).toBe(8)
  const [, href = ''] =
    /href="(\/reports\/2018\/publications\.total\?by=month&amp;value=2018-03)">2</.exec(body) ?? []
  const rows = (await get(href.replaceAll('&amp;', '&'))).body
  expect(rows.match(/<li><a href="\/articles\//g)).toHaveLength(2)
  expect(rows).toContain('门户网站发布信息总数（月份：2018-03）')
  const csv = await get('/reports/2018/publications.total/rows.csv?by=month&value=2018-04')
  expect(csv.body.trim().split('\n')).toHaveLength(1)
})

it('is the same bytes for the same records, and a year without records does not exist', async () => {
  expect((await get('/statistics/2018')).body).toBe((await get('/statistics/2018')).body)
  expect((await get('/statistics/2016')).statusCode).toBe(404)
  expect((await get('/reports/2018/publications.total?by=mailbox')).statusCode).toBe(404)
})
