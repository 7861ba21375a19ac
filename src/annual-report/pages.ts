import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Platform, Refusal, refuse } from '#platform'
import type { Html } from '#platform/html'
import type { App } from '#platform/http'
import { sendExport } from '#platform/table'
import { notFoundPage, readAgency } from '#site'
import { countedRoute, getIndicator, keptAMinute, listYears, rowsTable, yearPeriod } from '#statistics'
import { asDocx } from './documents/as-docx.ts'
import { composeReport } from './documents/compose.ts'
import { readPublicReportData } from './report-data.ts'
import { figureRowsPage, reportDocumentPage, reportListPage, reportPage } from './report-pages.ts'
import { filterOf, rowsPlace } from './rows-place.ts'

const year = z.coerce.number().int()
const figure = z.object({ year, key: z.string().max(100) })

/** Every row of a year: a person takes a few in a minute. */
const exports = { max: 30, timeWindow: '1 minute' }

export function pages(app: App, platform: Platform) {
  const counted = countedRoute()
  /** A year without records and an unknown figure do not exist. */
  const answer = async (reply: FastifyReply, given: number, make: () => Promise<Html>) => {
    keptAMinute(reply, platform.clock).type('text/html; charset=utf-8')
    try {
      if ((await listYears(platform.db)).includes(given)) return String(await make())
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_found')) throw error
    }
    return reply.code(404).send(String(notFoundPage(await readAgency(platform.db))))
  }
  app.get('/reports', countedRoute(), async (_request, reply) =>
    keptAMinute(reply, platform.clock)
      .type('text/html; charset=utf-8')
      .send(String(await reportListPage(platform))),
  )
  app.get(
    '/reports/:year',
    { ...counted, schema: { params: z.object({ year }) } },
    async ({ params }, reply) => answer(reply, params.year, () => reportPage(platform, params.year)),
  )
  app.get(
    '/reports/:year/document',
    { ...counted, schema: { params: z.object({ year }) } },
    async ({ params }, reply) => answer(reply, params.year, () => reportDocumentPage(platform, params.year)),
  )
  app.get(
    '/reports/:year/document.docx',
    { ...counted, schema: { params: z.object({ year }) } },
    async ({ params }, reply) => {
      keptAMinute(reply, platform.clock)
      if (!(await listYears(platform.db)).includes(params.year)) throw refuse('not_found')
      return reply
        .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
        .header('content-disposition', `attachment; filename="report-${params.year}.docx"`)
        .send(await asDocx(composeReport(await readPublicReportData(platform.db, params.year))))
    },
  )
  app.get(
    '/reports/:year/:key',
    { ...countedRoute(...Object.keys(rowsPlace.shape)), schema: { params: figure, querystring: rowsPlace } },
    async ({ params, query }, reply) =>
      answer(reply, params.year, () => figureRowsPage(platform, params, query)),
  )
  app.get(
    '/reports/:year/:key/rows.csv',
    { config: { rateLimit: exports }, schema: { params: figure, querystring: rowsPlace } },
    async ({ params, query }, reply) => {
      if (!(await listYears(platform.db)).includes(params.year)) throw refuse('not_found')
      const indicator = getIndicator(params.key)
      const table = rowsTable(platform.db, indicator, yearPeriod(params.year), filterOf(indicator, query))
      return sendExport(reply, { ...table, name: `${params.key}-${params.year}`, format: 'csv' })
    },
  )
}
