import type { FastifyReply } from 'fastify'
import type { Clock } from '#platform/clock'
import { type Html, html } from '#platform/html'
import { cached, madeFrom } from '#platform/http'
import { pubDate } from '#site'

/** How old a counted page may be. A call or a move of a case touches no tag, so time alone ends it (ADR 0032). Unit: milliseconds. */
const mostAgeMs = 60_000

/** Opts a counted page in to the page cache. Who gets it from there is not counted by the limit; making one costs both cores. */
export const countedRoute = (...query: string[]) => ({
  config: { ...cached(...query).config, rateLimit: { max: 120, timeWindow: '1 minute' } },
})

/** Ask before the first count: the reply may be shown for a minute from now on. */
export function keptAMinute(reply: FastifyReply, clock: Clock): FastifyReply {
  return madeFrom(reply, ['site'], new Date(clock.now().getTime() + mostAgeMs))
}

/** What a reader of figures must know: as of when. */
export const countedUntil = (clock: Clock): Html =>
  html`<p class="quiet">统计截至${pubDate(clock.now())}，最多一分钟更新一次。</p>`
