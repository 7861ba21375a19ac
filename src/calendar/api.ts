import '@fastify/multipart'
import { assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { confirmedNotice, noticeInput } from './contract.ts'
import type { DueDates } from './due-dates.ts'
import { loadNotice, previewNotice } from './load-notice.ts'
import { readCalendar } from './read-calendar.ts'
import { readNoticeFile } from './read-notice-file.ts'

const base = '/api/staff/calendar'
/** Unit: bytes. A year has forty rows. */
const fileSize = 1024 * 1024

/** Every member of staff sees the days; `calendar.manage` loads notices. */
export const apiWith = (sources: readonly DueDates[]) => (app: App, platform: Platform) => {
  app.get(base, async (request) => {
    requireStaff(request)
    return readCalendar(platform)
  })
  app.post(`${base}/notices/file`, async (request) => {
    assertCan(requireStaff(request), 'calendar.manage')
    const part = await request.file({ limits: { files: 1, fileSize } })
    if (!part) throw refuse('invalid_input', { file: '请选择文件。' })
    return readNoticeFile({ name: part.filename, bytes: await part.toBuffer() })
  })
  app.post(`${base}/notices/preview`, { schema: { body: noticeInput } }, async (request) =>
    previewNotice(platform, requireStaff(request), request.body, sources),
  )
  app.post(`${base}/notices`, { schema: { body: confirmedNotice } }, async (request, reply) =>
    reply.code(201).send(await loadNotice(platform, requireStaff(request), request.body, sources)),
  )
}
