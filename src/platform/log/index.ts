import { type Logger, pino } from 'pino'
import { describeError } from './describe-error.ts'

export { describeError, type ErrorDescription } from './describe-error.ts'
export type { Logger }

/**
 * Structured log lines on stderr; stdout belongs to data (design.md, fixed interfaces).
 * Requests are logged by route pattern, never by URL: a URL may carry what a citizen typed. Errors lose what they quote.
 */
export function createLog(
  level: string = process.env.LOG_LEVEL ?? 'info',
  to?: { write(line: string): void },
): Logger {
  return pino(
    { level, base: null, serializers: { err: describeError }, redact: ['req', 'res'] },
    to ?? pino.destination(2),
  )
}
