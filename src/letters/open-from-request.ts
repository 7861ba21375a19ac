import { readForRerouting } from '#foi'
import type { Job } from '#platform/queue'
import { openLetter } from './open-letter.ts'

/**
 * A request that is a petition, a complaint or a report is none (Order 711 art. 39); its case enqueues this job, and the words become a letter.
 * The job carries the case's id only: words and names are read where they lie sealed.
 */
export const openFromRequest: Job<{ requestId: number; mailbox?: string }> = {
  name: 'letters.open_from_request',
  run: (platform, { requestId, mailbox = 'complaints' }) =>
    platform.inTransaction(async (tx) => {
      const actor = { kind: 'system', name: 'letters.open_from_request' } as const
      const { name, telephone, email, description } = await readForRerouting(tx, platform, actor, requestId)
      await openLetter(tx, platform, actor, {
        mailbox,
        author: name,
        telephone,
        email,
        subject: '由政府信息公开申请转来的事项',
        body: description,
        consents: false,
        source: { kind: 'foi_request', id: requestId },
      })
    }),
}
