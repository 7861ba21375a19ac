import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses state-changing requests that a browser sends for another site (CSRF), by the headers that a page cannot forge:
 * Sec-Fetch-Site, else Origin (older browsers, and plain HTTP inside a network). A client that sends neither is no browser
 * and carries no ambient cookie of a victim. A proxy may have changed the Host, so the configured address counts as well.
 * Throws: Refusal cross_origin.
 */
export function refuseCrossOrigin(publicUrl: string) {
  const ownHost = new URL(publicUrl).host
  return async ({ method, headers }: FastifyRequest) => {
    if (safe.has(method)) return
    const site = headers['sec-fetch-site']
    if (site === 'same-origin' || site === 'none') return
    if (site !== undefined) throw refuse('cross_origin')
    const { origin, host } = headers
    if (origin === undefined) return
    const from = URL.canParse(origin) ? new URL(origin).host : undefined
    if (!from || (from !== host && from !== ownHost)) throw refuse('cross_origin')
  }
}
