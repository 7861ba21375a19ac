import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { generalRefusals, Refusal, refuse } from '#platform'

/** application/problem+json (RFC 9457). */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  law?: string
  fields?: Record<string, string>
  requestId: string
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, text, law } = refusal.entry
  return {
    type: 'about:blank',
    title: text,
    status,
    code: refusal.code,
    ...(law ? { law } : {}),
    ...(Object.keys(refusal.fields).length ? { fields: refusal.fields } : {}),
    requestId,
  }
}

/** Sorts what was thrown: a refusal, bad input, the database away, or a bug (undefined). */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const { code, statusCode, validation, message } = error as FastifyError
  if (validation) return new Refusal('invalid_input', generalRefusals.invalid_input, fieldsOf(validation))
  if (code && databaseAway(code, message)) return refuse('database_away')
  if (code && (unkeepable.has(code) || unreadable.has(code))) return refuse('invalid_input')
  if (statusCode === 413) return refuse('too_large')
  if (statusCode === 429) return refuse('too_many')
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Refusal('invalid_input', {
      status: statusCode as 400,
      text: generalRefusals.invalid_input.text,
    })
  if (message && databaseAway('', message)) return refuse('database_away')
  return undefined
}

/** The refusal to answer with, or undefined for a bug. Writes into the log what an operator must hear of. */
export function sortError(error: unknown, request: FastifyRequest): Refusal | undefined {
  const refusal = refusalOf(error)
  if (!refusal) request.log.error({ err: error }, 'bug')
  else if (unreadable.has((error as FastifyError).code)) request.log.warn({ err: error }, 'unreadable value')
  return refusal
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const refusal = sortError(error, request)
  if (refusal)
    return reply
      .code(refusal.entry.status)
      .type('application/problem+json')
      .send(problemOf(refusal, request.id))
  return reply.code(500).type('application/problem+json').send({
    type: 'about:blank',
    title: '系统出现故障，已记录，请稍后再试。',
    status: 500,
    code: 'internal',
    requestId: request.id,
  })
}

function fieldsOf(validation: NonNullable<FastifyError['validation']>): Record<string, string> {
  return Object.fromEntries(
    validation.map((issue) => [issue.instancePath.slice(1).replaceAll('/', '.') || '_', issue.message ?? '']),
  )
}

/** PostgreSQL: a text with a NUL or half a character, which it can neither keep nor look for. Only input has such a text. */
const unkeepable = new Set(['22021', '22P05'])

/** PostgreSQL: a number, a day or an id beyond what the column's type can hold, or none at all. Logged, because a query of ours could be to blame. */
const unreadable = new Set(['22003', '22007', '22008', '22P02'])

/** PostgreSQL class 08 and 57P0x, or a refused connection. */
function databaseAway(code: string, message = ''): boolean {
  return (
    /^(08|57P0)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  )
}
