import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'

/** Unit: requests a minute of one signed-in person, from wherever. */
export const sessionLimit = { max: 1200, timeWindow: '1 minute' }

/**
 * Unit: requests a minute from one address. A page brings about ten files; an office behind one address has many readers, but few
 * who send a form in the same minute. The whole agency works behind one address, and a screen asks ten times.
 * Routes that invite guessing have limits of their own (`config.rateLimit`).
 */
export const requestsPerMinute = { read: 1200, staff: 6000, write: 120 }

export const rateLimits = {
  timeWindow: '1 minute',
  keyGenerator: (request: FastifyRequest) => `${kindOf(request)} ${request.ip}`,
  max: (request: FastifyRequest) => requestsPerMinute[kindOf(request)],
  errorResponseBuilder: () => refuse('too_many'),
}

function kindOf({ method, url }: FastifyRequest): keyof typeof requestsPerMinute {
  if (url.startsWith('/api/staff/')) return 'staff'
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write'
}
