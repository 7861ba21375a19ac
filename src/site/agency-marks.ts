import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { record } from '#audit'
import { actorOf, assertCan, requireStaff, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { App } from '#platform/http'
import { type Agency, readAgency } from './agency.ts'
import { writeAgency } from './change-agency.ts'
import { markLimitBytes, marks } from './contract.ts'

export type Mark = keyof typeof marks
const fields = { office: 'officeMarkImage', police: 'policeMarkImage' } as const satisfies Record<
  Mark,
  keyof Agency
>
const address = (id: number) => `/marks/${id}`
const idOf = (image: string): number | undefined =>
  Number(/^\/marks\/(\d{1,15})$/.exec(image)?.[1]) || undefined

/**
 * The picture that the registration office or the police issued, on every page from now on; none takes it away.
 * Throws: Refusal not_allowed, file_*.
 */
export function changeMark(
  platform: Platform,
  staff: Staff,
  mark: Mark,
  upload?: { name: string; bytes: Buffer },
) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    const field = fields[mark]
    const rules = { accept: ['image'], limitBytes: markLimitBytes } as const
    const file = upload && (await platform.files.put(tx, upload, rules))
    const before = await writeAgency(platform, tx, { [field]: file ? address(file.id) : '' })
    const old = idOf(before[field])
    if (old) await platform.files.remove(tx, { id: old })
    const detail = { mark, file: file?.sha256 ?? null }
    const subject = { kind: 'agency', id: 1 }
    record(tx, { actor: actorOf(staff), action: 'site.change_mark', subject, detail })
  })
}

export function markRoutes(app: App, platform: Platform) {
  const params = z.object({ mark: z.enum(Object.keys(marks) as [Mark, ...Mark[]]) })
  const where = '/api/staff/agency/marks/:mark'
  app.post(where, { bodyLimit: markLimitBytes + 64 * 1024, schema: { params } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'settings.manage')
    const part = await request.file({ limits: { fileSize: markLimitBytes } })
    if (!part) throw refuse('invalid_input', { file: '请选择标识图片。' })
    const upload = { name: part.filename, bytes: await part.toBuffer() }
    await changeMark(platform, staff, request.params.mark, upload)
    return reply.code(204).send()
  })
  app.delete(where, { schema: { params } }, async (request, reply) => {
    await changeMark(platform, requireStaff(request), request.params.mark)
    return reply.code(204).send()
  })
  const shown = z.object({ id: z.coerce.number().int().positive().catch(0) })
  app.get('/marks/:id', { schema: { params: shown } }, async (request, reply) =>
    sendMark(platform, reply, request.params.id),
  )
}

/** Only what the footer shows now; a new picture has a new address. */
async function sendMark(platform: Platform, reply: FastifyReply, id: number) {
  const agency = await readAgency(platform.db)
  if (![agency.officeMarkImage, agency.policeMarkImage].includes(address(id))) throw refuse('not_found')
  const { file, stream } = await platform.files.open({ id })
  return reply.type(file.mediaType).header('cache-control', 'public, max-age=86400').send(stream)
}
