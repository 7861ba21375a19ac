import { z } from 'zod'
import type { Platform } from '#platform'
import { type App, allowInlineStyles } from '#platform/http'
import { notFoundPage, readAgency } from '#site'
import { countedRoute, keptAMinute } from './kept-a-minute.ts'
import { listYears, yearToShow } from './years.ts'

const params = z.object({ year: z.coerce.number().int() })

/** The chart library is loaded with the first page, not with every command. */
const page = () => import('./public/statistics-page.ts')

/** Pure of the request: a year's page is the same for everybody. */
export function pages(app: App, platform: Platform) {
  app.get('/statistics', countedRoute(), async (_request, reply) => {
    keptAMinute(reply, platform.clock)
    const year = yearToShow(await listYears(platform.db), platform.clock.today())
    const { noStatisticsPage, statisticsPage } = await page()
    const shown = year === undefined ? undefined : await statisticsPage(platform, year)
    allowInlineStyles(reply).type('text/html; charset=utf-8')
    return reply.send(String(shown ?? (await noStatisticsPage(platform))))
  })
  app.get('/statistics/:year', { ...countedRoute(), schema: { params } }, async (request, reply) => {
    keptAMinute(reply, platform.clock)
    const { statisticsPage } = await page()
    const shown = await statisticsPage(platform, request.params.year)
    allowInlineStyles(reply).type('text/html; charset=utf-8')
    if (shown) return reply.send(String(shown))
    return reply.code(404).send(String(notFoundPage(await readAgency(platform.db))))
  })
}
