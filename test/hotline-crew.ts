import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../src/app.ts'
import { callInput } from '../src/hotline/contract.ts'
import { callRow } from '../src/hotline/log-call.ts'
import { insertCalls } from '../src/hotline/store.ts'
import { testPlatform } from './platform.ts'
import { signedIn } from './sign-in.ts'

type Person = Awaited<ReturnType<typeof signedIn>>

/** Test data: a desk with an agent and a supervisor, what they send, and calls that were logged. */
export async function hotlineCrew() {
  const platform = await testPlatform()
  const app = await createApp(platform)
  const agent = await signedIn(app, platform, 'hotline_agent')
  const supervisor = await signedIn(app, platform, 'supervisor')
  const logged = (more: object = {}, at?: string) => loggedCall(platform, agent.staff.id, more, at)
  return { platform, app, agent, supervisor, send: senderTo(app), logged }
}

const senderTo = (app: App) => (who: Person, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/staff/hotline${url}`,
    headers: who.headers,
    ...(payload ? { payload } : {}),
  })

/** A call as the desk logged it. */
export async function loggedCall(
  platform: Platform,
  agentId: number,
  more: object,
  at = '2018-06-14T09:30:00+08:00',
): Promise<number> {
  const input = callInput.parse({
    kind: 'policy_consultation',
    content: '我是张三，电话13912345678，补助什么时候发？',
    outcome: 'transferred',
    forwardedTo: '国库处',
    ...more,
  })
  const row = callRow(platform, input, { at: new Date(at), agent: agentId })
  const [id = 0] = await platform.inTransaction((tx) => insertCalls(tx, [row]))
  return id
}
