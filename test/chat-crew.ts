import { randomUUID } from 'node:crypto'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../src/app.ts'
import { insertTalk } from '../src/chat/open-talk.ts'
import { answeredChallenge } from './challenge.ts'
import { testPlatform } from './platform.ts'
import { signedIn } from './sign-in.ts'

export type Person = Awaited<ReturnType<typeof signedIn>>

/** Test data: an agency with an agent on duty, and a citizen who posts the forms of the pages. Friday, 15 June 2018, ten o'clock. */
export async function chatCrew(options: Parameters<typeof testPlatform>[0] = {}) {
  const platform = await testPlatform(options)
  const app = await createApp(platform)
  const agent = await signedIn(app, platform, 'hotline_agent')
  const other = await signedIn(app, platform, 'hotline_agent')
  const send = staffSender(app)
  const post = citizenSender(app)
  await send(agent, 'POST', '/duty', { present: true })
  return {
    platform,
    app,
    agent,
    other,
    send,
    post,
    ask: asker(post),
    waiting: (more = {}) => talk(platform, more),
  }
}

const staffSender =
  (app: App) => (who: Person, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    app.inject({
      method,
      url: `/api/staff/chat${url}`,
      headers: who.headers,
      ...(payload ? { payload } : {}),
    })

const citizenSender = (app: App) => (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  })

/** Through both steps of the form; answers the page of the talk. */
const asker =
  (post: ReturnType<typeof citizenSender>) =>
  async (fields: Record<string, string> = {}, path = '/chat/talks') => {
    const typed = { key: randomUUID(), question: '小微企业贷款贴息怎样申请？', ...fields }
    const found = await post('/chat/answers', typed)
    return { found, typed, answer: await post(path, { ...typed, ...answeredChallenge(found.body) }) }
  }

const talk = (platform: Platform, more: object) =>
  platform.inTransaction(async (tx) => {
    const input = {
      question: '我叫欧阳小满，电话13912340000，补助什么时候到账？',
      author: '欧阳小满',
      telephone: '',
    }
    return (await insertTalk(tx, platform, { ...input, ...more }, randomUUID())).id
  })

/** Number, code and form key, as they stand in a page of a talk. */
export function keysOf(page: string): { number: string; code: string; key: string } {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? ''
  return { number: of('number'), code: of('code'), key: of('key') }
}
