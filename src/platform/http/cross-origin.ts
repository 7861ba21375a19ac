import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses state-changing requests that a browser sends for another site (CSRF), by the headers that a page cannot forge:
 * Sec-Fetch-Site, else Origin. A client that sends neither is no browser and carries no ambient cookie of a victim.
 * Throws: Refusal cross_origin.
 */
export async function refuseCrossOrigin(request: FastifyRequest) {
  if (safe.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  if (site !== undefined) throw refuse('cross_origin')
  const { origin } = request.headers
  if (origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) throw refuse('cross_origin')
}
