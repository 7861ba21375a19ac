import { sendFile } from './send-file.ts'
import { sessionState } from './session-state.ts'

/** What the server refused, in words for people (RFC 9457). */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly law: string | undefined
  readonly fields: Record<string, string>
  constructor(answer: {
    title: string
    code: string
    status: number
    law?: string
    fields?: Record<string, string>
  }) {
    super(answer.title)
    this.code = answer.code
    this.status = answer.status
    this.law = answer.law
    this.fields = answer.fields ?? {}
  }
}

const away = { title: '连接不上服务器，您填写的内容还在，请稍后再试。', code: 'unreachable', status: 0 }

/** Calls the staff API. Throws: Problem. */
export function call<Answer = void>(method: string, path: string, body?: unknown): Promise<Answer> {
  const sent: RequestInit =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  return send(method, path, sent)
}

/** Asks by itself, not for a person: it keeps no session alive. Throws: Problem. */
export function poll<Answer>(path: string): Promise<Answer> {
  return send('GET', path, { headers: { 'x-by-itself': '1' } })
}

/** Sends one file, after the fields that say what it is; the console shows how far it has come. Throws: Problem. */
export async function upload<Answer>(
  path: string,
  file: File,
  fields: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  return answerOf(await sendFile(method, `/api/staff${path}`, body, file.name))
}

async function send<Answer>(method: string, path: string, sent: RequestInit): Promise<Answer> {
  return answerOf(await fetch(`/api/staff${path}`, { method, ...sent }).catch(() => undefined))
}

async function answerOf<Answer>(response: Response | undefined): Promise<Answer> {
  if (!response) throw new Problem(away)
  const endsIn = response.headers.get('x-session-ends-in')
  if (endsIn) sessionState.lives(Number(endsIn))
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer
  const problem = new Problem(await response.json().catch(() => away))
  if (problem.code === 'not_signed_in') sessionState.ends()
  throw problem
}
