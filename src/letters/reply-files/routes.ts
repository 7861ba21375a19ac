import { z } from 'zod'
import { assertCan, requireStaff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { sendFile } from '#publishing'
import { keyed, uncached } from '../pages/show.ts'
import { getLetter } from '../store.ts'
import { findSent } from '../track-letter.ts'
import { keepReplyFile, removeReplyFile, replyFileLimitBytes } from './keep-reply-file.ts'
import { findPublicReplyFile, openForSender, openForStaff } from './open-reply-file.ts'

const positive = z.coerce.number().int().positive()
const params = z.object({ id: positive })
const fileParams = params.extend({ file: positive })
const base = '/api/staff/letters'
/** Unit: bytes around the file in a form. */
const bodyLimit = replyFileLimitBytes + 1024 * 1024

/** What officers attach to a reply, and take off again before it goes out. */
export function replyFileRoutes(app: App, platform: Platform) {
  app.post(`${base}/:id/reply-files`, { bodyLimit, schema: { params } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'letters.handle')
    const part = await request.file({ limits: { fileSize: replyFileLimitBytes } })
    if (!part) throw refuse('invalid_input', { file: '请选择文件。' })
    const received = await platform.files.receive(part.file, replyFileLimitBytes)
    try {
      await keepReplyFile(platform, staff, request.params.id, { name: part.filename, received })
      return reply.code(204).send()
    } finally {
      await received.discard()
    }
  })
  const one = { schema: { params: fileParams } }
  app.delete(`${base}/:id/reply-files/:file`, one, async (request, reply) => {
    await removeReplyFile(platform, requireStaff(request), request.params.id, request.params.file)
    return reply.code(204).send()
  })
  app.get(`${base}/:id/reply-files/:file`, one, async (request, reply) => {
    const { id, file } = request.params
    const { name, mediaType, stream } = await openForStaff(platform, requireStaff(request), id, file)
    return uncached(reply).header('content-disposition', asDownload(name)).type(mediaType).send(stream)
  })
}

const lookups = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }
const posted = keyed.extend({ file: positive.catch(0) })
const publicParams = z.object({ id: positive.catch(0), file: positive.catch(0) })

/** The sender takes what came with the reply, by number and code; everybody what is public. */
export function replyFilePages(app: App, platform: Platform) {
  app.post('/letters/track/file', lookups, async (request, reply) => {
    const { number, code, file } = posted.parse(request.body ?? {})
    const id = await findSent(platform, number, code, request.ip)
    const letter = await getLetter(platform.db, id)
    const { name, mediaType, stream } = await openForSender(platform, letter, file)
    return uncached(reply).header('content-disposition', asDownload(name)).type(mediaType).send(stream)
  })
  app.get('/letters/:id/files/:file', { schema: { params: publicParams } }, async (request, reply) => {
    const { id, file } = request.params
    const found = await findPublicReplyFile(platform, id, file)
    // Hidden again, it is gone at once: no cache keeps it without asking.
    return sendFile(platform, request, reply, found, 'no-cache')
  })
}

const asDownload = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
