import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Html } from '#platform/html'
import type { PageTag } from '#site'

/** Puts what is inside into the page of the site. */
export type Show = (
  reply: FastifyReply,
  title: string,
  main: Html,
  tags?: readonly PageTag[],
) => Promise<FastifyReply>

/** What belongs to one reader is kept nowhere. */
export const uncached = (reply: FastifyReply) => reply.header('cache-control', 'no-store')

export const keyed = z.object({ number: z.string().max(100).catch(''), code: z.string().max(50).catch('') })
