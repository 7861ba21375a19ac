import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { departmentInput, leaderInput } from './contract.ts'
import { saveDepartment, saveFunctions } from './save-department.ts'
import { saveLeader, savePortrait } from './save-leader.ts'

let platform: Platform
let app: App
let publisher: Staff
let department: number
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  publisher = await testStaff(platform, 'publisher')
  const row = { code: 'budget', name: '预算处' }
  department = (
    await platform.db.insertInto('departments').values(row).returning('id').executeTakeFirstOrThrow()
  ).id
  const tags = { kind: 'overview', description: '局领导', column_type: '概况信息', shows: 'leaders' }
  await platform.db
    .insertInto('sections')
    .values({ code: 'bosses', name: '领导之窗', keywords: '领导', shortcut_position: 1, ...tags })
    .execute()
  return () => app.close()
})

const leader = (changes: Record<string, unknown> = {}) =>
  leaderInput.parse({
    name: '陈明远',
    post: '局长',
    duties: '主持全面工作。',
    career: '1970年生。',
    ...changes,
  })

it('a leader has name, post, duties and career; who is not shown is not there', async () => {
  const { id } = await saveLeader(platform, publisher, leader())
  const page = await app.inject(`/leaders/${id}`)
  expect(page.statusCode).toBe(200)
  for (const words of ['陈明远', '局长', '主持全面工作', '1970年生', '"@type":"Person"'])
    expect(page.body).toContain(words)
  expect(page.body).toContain('<meta name="ColumnName" content="领导之窗">')
  expect((await app.inject('/leaders')).body).toContain(`href="/leaders/${id}"`)
  await saveLeader(platform, publisher, leader({ shown: false }), id)
  expect((await app.inject(`/leaders/${id}`)).statusCode).toBe(404)
  expect((await app.inject('/leaders')).body).not.toContain('陈明远')
})

it('a portrait is a picture with words, public with its leader only', async () => {
  const { id } = await saveLeader(platform, publisher, leader({ portraitAlt: '陈明远的证件照' }))
  expect((await app.inject(`/leaders/${id}/portrait`)).statusCode).toBe(404)
  await savePortrait(platform, publisher, id, { name: 'p.png', bytes: picture })
  expect((await app.inject('/leaders')).body).toContain('alt="陈明远的证件照"')
  const sent = await app.inject(`/leaders/${id}/portrait`)
  expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'image/png'])
  const lie = savePortrait(platform, publisher, id, { name: 'p.png', bytes: readFileSync('package.json') })
  await expect(lie).rejects.toMatchObject({ entry: { status: 415 } })
  await saveLeader(platform, publisher, leader({ shown: false }), id)
  expect((await app.inject(`/leaders/${id}/portrait`)).statusCode).toBe(404)
})

it('a department is public once it is shown, with duties, telephone and room', async () => {
  expect((await app.inject('/departments')).body).not.toContain('预算处')
  const input = { duties: '编制预算。', telephone: '027-85550101', room: '3楼301室' }
  await saveDepartment(platform, publisher, department, departmentInput.parse(input))
  const { body } = await app.inject('/departments')
  for (const words of ['内设机构', '预算处', '编制预算', '027-85550101', '3楼301室'])
    expect(body).toContain(words)
  await saveFunctions(platform, publisher, { basis: '三定规定', body: '管理财政收支。' })
  const functions = (await app.inject('/functions')).body
  for (const words of ['管理财政收支', '三定规定', `/departments#department-${department}`])
    expect(functions).toContain(words)
})

it('the shortcut of the home page leads to the page itself', async () => {
  expect((await app.inject('/')).body).toMatch(/<a href="\/leaders"><svg [^\n]*<\/svg>领导之窗<\/a>/)
})

it('only who may manage it does, what is not there is not found, and every change is in the audit log', async () => {
  const author = await testStaff(platform, 'author')
  const refused = { code: 'not_allowed' }
  await expect(saveLeader(platform, author, leader())).rejects.toMatchObject(refused)
  await expect(saveFunctions(platform, author, { basis: '', body: '' })).rejects.toMatchObject(refused)
  await expect(saveLeader(platform, publisher, leader(), 999_999)).rejects.toMatchObject({
    code: 'not_found',
  })
  const shown = departmentInput.parse({})
  await expect(saveDepartment(platform, publisher, 999_999, shown)).rejects.toMatchObject({
    code: 'not_found',
  })
  const { rows } = await platform.db
    .selectFrom('audit_entries')
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .where('action', 'like', 'organisation.%')
    .executeTakeFirstOrThrow()
  expect(rows).toBe(7)
})
