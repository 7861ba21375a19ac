import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * Structured log lines on stderr; stdout belongs to data (design.md, fixed interfaces).
 * Requests are logged by route pattern, never by URL: a URL may carry what a citizen typed.
 */
export function createLog(level: string = process.env.LOG_LEVEL ?? 'info'): Logger {
  return pino(
    { level, base: null, redact: ['req.headers', 'err.detail', 'err.parameters'] },
    pino.destination(2),
  )
}
