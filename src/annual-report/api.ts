import { z } from 'zod'
import { requireStaff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { decideReport, submitReport } from './approve-report.ts'
import { articlePlace, entryInput, reportDecision, reportYear } from './contract.ts'
import { makeReportArticle } from './make-article.ts'
import { readReport, reportWord } from './read-report.ts'
import { recordItem } from './record-item.ts'

const base = '/api/staff/annual-reports/:year'
const params = z.object({ year: reportYear })

export function api(app: App, platform: Platform) {
  app.get(base, { schema: { params } }, (request) =>
    readReport(platform, requireStaff(request), request.params.year),
  )
  app.get(`${base}/document.docx`, { schema: { params } }, async (request, reply) => {
    const { year } = request.params
    const file = await reportWord(platform, requireStaff(request), year)
    return reply
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('content-disposition', `attachment; filename="report-${year}.docx"`)
      .send(file)
  })
  app.put(
    `${base}/items/:key`,
    { schema: { params: params.extend({ key: z.string().max(100) }), body: entryInput } },
    async (request, reply) => {
      const { year, key } = request.params
      await recordItem(platform, requireStaff(request), year, key, request.body)
      return reply.code(204).send()
    },
  )
  app.post(`${base}/submission`, { schema: { params } }, async (request, reply) => {
    await submitReport(platform, requireStaff(request), request.params.year)
    return reply.code(204).send()
  })
  app.post(`${base}/decision`, { schema: { params, body: reportDecision } }, async (request, reply) => {
    await decideReport(platform, requireStaff(request), request.params.year, request.body)
    return reply.code(204).send()
  })
  app.post(`${base}/article`, { schema: { params, body: articlePlace } }, async (request, reply) => {
    const { year } = request.params
    return reply
      .code(201)
      .send(await makeReportArticle(platform, requireStaff(request), year, request.body.sectionId))
  })
}
