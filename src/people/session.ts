import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'
import type { Staff } from './contract.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session hook of this module; undefined for a citizen. */
    staff?: Staff
  }
}

/** The signed-in staff member. Throws: Refusal not_signed_in. */
export function requireStaff(request: FastifyRequest): Staff {
  if (!request.staff) throw refuse('not_signed_in')
  return request.staff
}
