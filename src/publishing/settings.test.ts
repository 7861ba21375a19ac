import { beforeEach, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection } from './builders.ts'

type Person = Awaited<ReturnType<typeof signedIn>>
let platform: Platform
let app: App
let administrator: Person
let author: Person
let publisher: Person
let sectionId: number
beforeEach(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  administrator = await signedIn(app, platform, 'system_administrator')
  author = await signedIn(app, platform, 'author')
  publisher = await signedIn(app, platform, 'publisher', 'reviewer')
  sectionId = await builtSection(platform)
})
const send = (who: Person, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${url}`, headers: who.headers, ...(payload ? { payload } : {}) })
const write = async () =>
  (await send(author, 'POST', '/articles', builtContent(sectionId))).json().id as number
const view = async (id: number) => (await send(publisher, 'GET', `/articles/${id}`)).json()

it('the index number has the form that the agency chose', async () => {
  const indexNumber = { pattern: '{code}-{year}-{serial}', code: '130100KJ', serialDigits: 4 }
  expect((await send(author, 'PUT', '/publishing-settings', { indexNumber })).json().code).toBe('not_allowed')
  expect((await send(author, 'GET', '/publishing-settings')).json().code).toBe('not_allowed')
  const bad = await send(administrator, 'PUT', '/publishing-settings', {
    indexNumber: { pattern: '{serial}' },
  })
  expect(bad.json().code).toBe('invalid_input')
  expect((await send(administrator, 'PUT', '/publishing-settings', { indexNumber })).statusCode).toBe(204)
  expect((await send(administrator, 'GET', '/publishing-settings')).json()).toMatchObject({
    indexNumber,
    interpretationWorkingDays: 3,
  })
  const id = await write()
  await send(publisher, 'POST', `/articles/${id}/emergency`, { reason: '测试所需的紧急发布' })
  expect((await app.inject(`/articles/${id}`)).body).toContain('130100KJ-2018-0001')
})

it('the list of subject categories is the agency’s own', async () => {
  const names = async () =>
    (await send(author, 'GET', '/subject-categories')).json().items.map((c: { name: string }) => c.name)
  expect(await names()).toContain('财政、金融、审计')
  const own = { names: ['预算', '采购', '预算'] }
  expect((await send(author, 'PUT', '/subject-categories', own)).json().code).toBe('not_allowed')
  expect((await send(administrator, 'PUT', '/subject-categories', own)).statusCode).toBe(204)
  expect(await names()).toEqual(['预算', '采购'])
})

const step = (key: string, action: string, distinctPerson = false) => ({
  key,
  name: key,
  action,
  distinctPerson,
})
const secrecy = step('secrecy_review', 'publishing.review_secrecy', true)

it('Order 711 art. 17: the chain is the agency’s own, but never without a secrecy review by a person apart', async () => {
  const save = (steps: object[], who = administrator) => send(who, 'PUT', '/review-steps', { steps })
  expect((await save([secrecy], publisher)).json().code).toBe('not_allowed')
  expect((await save([step('first_review', 'publishing.review')])).json().code).toBe('secrecy_step_required')
  expect((await save([{ ...secrecy, distinctPerson: false }])).json().code).toBe('secrecy_step_required')
  expect((await save([secrecy, secrecy])).json().code).toBe('invalid_input')
  expect((await save([])).json().code).toBe('invalid_input')
  expect((await save([step('x', 'people.manage_staff'), secrecy])).json().code).toBe('invalid_input')
})

it('a changed chain is measured against what is under way: nothing is stuck, nothing slips past a new step', async () => {
  const id = await write()
  await send(author, 'POST', `/articles/${id}/submission`)
  const decide = async (who: Person) => {
    const { content } = await view(id)
    const body = { decision: 'approved', contentHash: content.contentHash }
    return send(who, 'POST', `/articles/${id}/decisions`, body)
  }
  await decide(publisher)
  expect((await view(id)).article.awaitedStep).toBe('secrecy_review')
  const leader = step('leader', 'publishing.publish')
  const first = step('first_review', 'publishing.review')
  await send(administrator, 'PUT', '/review-steps', { steps: [first, leader, secrecy] })
  expect((await view(id)).article).toMatchObject({ status: 'in_review', awaitedStep: 'leader' })
  const officer = await signedIn(app, platform, 'secrecy_reviewer')
  await send(administrator, 'PUT', '/review-steps', { steps: [first, secrecy] })
  expect((await view(id)).article.awaitedStep).toBe('secrecy_review')
  expect((await decide(officer)).json()).toEqual({ awaited: null })
  expect((await view(id)).article.status).toBe('approved')
  await send(administrator, 'PUT', '/review-steps', { steps: [first, secrecy, leader] })
  expect((await view(id)).article).toMatchObject({ status: 'in_review', awaitedStep: 'leader' })
  await send(administrator, 'PUT', '/review-steps', { steps: [first, secrecy] })
  expect((await view(id)).article).toMatchObject({ status: 'approved', awaitedStep: null })
})
