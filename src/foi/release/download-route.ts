import { z } from 'zod'
import { record } from '#audit'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { App } from '#platform/http'
import { getRequest } from '../store.ts'
import { findTracked } from '../track-request.ts'
import { listForApplicant } from './read-file.ts'
import { sendFile } from './send-file.ts'

const posted = z.object({
  number: z.string().max(100).catch(''),
  code: z.string().max(50).catch(''),
  letter: z.coerce.number().int().positive().optional().catch(undefined),
  file: z.coerce.number().int().positive().optional().catch(undefined),
})
/** The first fence; guesses are counted in the database. */
const lookups = { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } }

/** The applicant takes a letter or a released file with number and code. Throws: Refusal code_wrong, guessed_too_often, not_found. */
export function downloadRoute(app: App, platform: Platform) {
  app.post('/requests/track/download', lookups, async (request, reply) => {
    const { number, code, letter, file } = posted.parse(request.body ?? {})
    const id = await findTracked(platform, number, code, request.ip)
    const { answeredOn } = await getRequest(platform.db, id)
    const { letters, files } = await listForApplicant(platform, id, answeredOn !== null)
    const wanted = letters.find((each) => each.id === letter) ?? files.find((each) => each.id === file)
    if (!wanted) throw refuseGenerally('not_found')
    await platform.inTransaction(async (tx) => {
      const subject = { kind: 'foi_request', id }
      record(tx, {
        actor: { kind: 'citizen' },
        action: 'foi.download',
        subject,
        detail: { fileId: wanted.fileId },
      })
    })
    return sendFile(platform, reply, wanted)
  })
}
