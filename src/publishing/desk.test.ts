import { expect, it } from 'vitest'
import { deskOf, onDesk } from '../../test/desk.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection } from './builders.ts'

const platform = await testPlatform()
const app = await createApp(platform)
type Person = Awaited<ReturnType<typeof signedIn>>
const author = await signedIn(app, platform, 'author')
const both = await signedIn(app, platform, 'author', 'reviewer')
const reviewer = await signedIn(app, platform, 'reviewer')
const publisher = await signedIn(app, platform, 'publisher')
const administrator = await signedIn(app, platform, 'system_administrator')
const sectionId = await builtSection(platform)
const send = (who: Person, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${url}`, headers: who.headers, ...(payload ? { payload } : {}) })
const submitted = async (who: Person) => {
  const { id } = (await send(who, 'POST', '/articles', builtContent(sectionId))).json()
  await send(who, 'POST', `/articles/${id}/submission`)
  return Number(id)
}
const listed = async (who: Person, query: string): Promise<number[]> =>
  (await send(who, 'GET', `/articles?${query}`)).json().items.map(({ id }: { id: number }) => id)

it('shows a reviewer what others submitted, never their own', async () => {
  const [first, own] = [await submitted(author), await submitted(both)]
  expect(await onDesk(app, both, 'step:first_review')).toBe(1)
  expect(await onDesk(app, reviewer, 'step:first_review')).toBe(2)
  expect(await listed(both, 'step=first_review&others=true')).toEqual([first])
  expect(await listed(reviewer, 'step=first_review&others=true&sort=submitted')).toEqual([first, own])
})

it('tells a draft that came back from one that was never sent', async () => {
  const id = await submitted(author)
  const { content } = (await send(reviewer, 'GET', `/articles/${id}`)).json()
  const returned = { decision: 'returned', comment: '请补充依据', acceptedWarnings: [] }
  const answer = await send(reviewer, 'POST', `/articles/${id}/decisions`, {
    ...returned,
    contentHash: content.contentHash,
  })
  expect(answer.statusCode).toBe(200)
  await send(author, 'POST', '/articles', builtContent(sectionId))
  expect(await onDesk(app, author, 'returned')).toBe(1)
  expect(await onDesk(app, author, 'draft')).toBe(1)
  expect(await listed(author, 'returned=true&mine=true')).toEqual([id])
  await send(author, 'POST', `/articles/${id}/submission`)
  expect(await onDesk(app, author, 'returned')).toBeUndefined()
})

it('reminds of a correction that never went out', async () => {
  const { id } = (await send(author, 'POST', '/articles', builtContent(sectionId))).json()
  await send(publisher, 'POST', `/articles/${id}/emergency`, { reason: '测试所需的紧急发布' })
  expect(await onDesk(app, author, 'corrected')).toBeUndefined()
  const { article } = (await send(author, 'GET', `/articles/${id}`)).json()
  const change = { ...builtContent(sectionId), title: '更正后的标题', version: article.version }
  expect((await send(author, 'PUT', `/articles/${id}`, change)).statusCode).toBe(200)
  expect(await onDesk(app, author, 'corrected')).toBe(1)
  expect(await listed(author, 'corrected=true&mine=true')).toEqual([id])
})

it('asks to confirm an emergency only who may: nobody who wrote it or published it so', async () => {
  const all = await signedIn(app, platform, 'author', 'reviewer', 'publisher')
  const other = await signedIn(app, platform, 'reviewer', 'publisher')
  const before = (await onDesk(app, reviewer, 'emergency')) ?? 0
  const { id } = (await send(both, 'POST', '/articles', builtContent(sectionId))).json()
  const bothBefore = await onDesk(app, both, 'emergency')
  await send(other, 'POST', `/articles/${id}/emergency`, { reason: '测试所需的紧急发布' })
  expect(await onDesk(app, reviewer, 'emergency')).toBe(before + 1)
  expect(await onDesk(app, both, 'emergency')).toBe(bothBefore)
  expect(await onDesk(app, other, 'emergency')).toBe(before || undefined)
  expect(await onDesk(app, all, 'emergency')).toBe(before + 1)
  expect(await listed(reviewer, 'emergency=true&others=true')).toContain(id)
  for (const who of [both, other]) expect(await listed(who, 'emergency=true&others=true')).not.toContain(id)
  expect(await listed(other, 'emergency=true')).toContain(id)
})

it('says since when a section is late', async () => {
  const late = await builtSection(platform, 'late')
  const rule = { freshness_days: 30, created_at: new Date('2018-01-01T02:00:00Z') }
  await platform.db.updateTable('sections').set(rule).where('id', '=', late).execute()
  const cards = await deskOf(app, publisher)
  expect(cards.find(({ key }) => key === 'sections_overdue')).toMatchObject({
    count: 1,
    oldest: '2018-01-31',
  })
})

it('follows the review chain that the agency set', async () => {
  const step = (key: string, name: string, action: string, distinctPerson: boolean) => ({
    key,
    name,
    action,
    distinctPerson,
  })
  const steps = [
    step('legal', '法制审核', 'publishing.review', false),
    step('secrecy', '保密审查', 'publishing.review_secrecy', true),
  ]
  expect((await send(administrator, 'PUT', '/review-steps', { steps })).statusCode).toBeLessThan(300)
  const { cards } = (await send(reviewer, 'GET', '/desk')).json()
  expect(cards).toContainEqual(expect.objectContaining({ key: 'step:legal', label: '待法制审核' }))
  expect(await onDesk(app, reviewer, 'step:first_review')).toBeUndefined()
})
