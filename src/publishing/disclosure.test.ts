import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection } from './builders.ts'
import { countsAsDisclosure, whyNoDisclosure } from './disclosure.ts'

it.each([
  ['proactive', 'own', true, undefined],
  ['on_request', 'own', true, 'openness'],
  ['not_disclosed', 'own', true, 'openness'],
  ['proactive', 'repost', true, 'origin'],
  ['proactive', 'own', false, 'section'],
] as const)('%s, %s, in a section that counts: %s', (openness, origin, counting, why) => {
  const section = { countsAsDisclosure: counting }
  expect(whyNoDisclosure({ openness, origin }, section)).toBe(why)
  expect(countsAsDisclosure({ openness, origin }, section)).toBe(why === undefined)
})

it('staff see whether an item will count, why not, and its index number once it is public', async () => {
  const platform = await testPlatform()
  const app = await createApp(platform)
  const [author, publisher] = [
    await signedIn(app, platform, 'author'),
    await signedIn(app, platform, 'publisher'),
  ]
  const sectionId = await builtSection(platform)
  const written = async (changes = {}) => {
    const payload = builtContent(sectionId, changes)
    const answer = await app.inject({
      method: 'POST',
      url: '/api/staff/articles',
      headers: author.headers,
      payload,
    })
    return Number(answer.json().id)
  }
  const view = async (id: number) =>
    (await app.inject({ url: `/api/staff/articles/${id}`, headers: author.headers })).json()
  const own = await written()
  expect(await view(own)).toMatchObject({ noDisclosure: null, indexNumber: null })
  expect(await view(await written({ origin: 'repost' }))).toMatchObject({ noDisclosure: 'origin' })
  await app.inject({
    method: 'POST',
    url: `/api/staff/articles/${own}/emergency`,
    headers: publisher.headers,
    payload: { reason: '测试所需的紧急发布' },
  })
  expect((await view(own)).indexNumber).toMatch(/\d/)
})
