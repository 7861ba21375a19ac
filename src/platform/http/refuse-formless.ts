import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'

/** Every door takes named fields: a body that is one text, one number or a list is refused here. Throws: Refusal invalid_input. */
export async function refuseFormless({ body }: FastifyRequest) {
  if (body === undefined || body === null) return
  if (typeof body !== 'object' || Array.isArray(body)) throw refuse('invalid_input')
}
