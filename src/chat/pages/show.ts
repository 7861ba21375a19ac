import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Html } from '#platform/html'

/** Puts what is inside into the page of the site, for this reader only. */
export type Show = (reply: FastifyReply, title: string, main: Html) => Promise<FastifyReply>

export const keyed = z.object({ number: z.string().max(100).catch(''), code: z.string().max(50).catch('') })
export type Keyed = z.infer<typeof keyed>

/** Unit: requests a minute from one address; behind it may sit a whole office. */
export const perMinute = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })
