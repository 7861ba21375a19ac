import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { sendExport } from '#platform/table'
import { breakdownQuery, exportQuery, figuresExportQuery, periodQuery, rowsQuery } from './contract.ts'
import { exportFigures, exportStatistics } from './export-statistics.ts'
import { readBreakdown, readFigures, readRows } from './read-statistics.ts'

const base = '/api/staff/statistics'

export function api(app: App, platform: Platform) {
  app.get(`${base}/figures`, { schema: { querystring: periodQuery } }, (request) =>
    readFigures(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/breakdown`, { schema: { querystring: breakdownQuery } }, (request) =>
    readBreakdown(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/rows`, { schema: { querystring: rowsQuery } }, (request) =>
    readRows(platform, requireStaff(request), request.query),
  )
  app.get(`${base}/figures/export`, { schema: { querystring: figuresExportQuery } }, async (request, reply) =>
    sendExport(reply, await exportFigures(platform, requireStaff(request), request.query)),
  )
  app.get(`${base}/export`, { schema: { querystring: exportQuery } }, async (request, reply) =>
    sendExport(reply, await exportStatistics(platform, requireStaff(request), request.query)),
  )
}
