import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { articleContent, proposeArticle } from '#publishing'
import { readAgency } from '#site'
import { bytesOf } from '../documents/letter-store.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { type CaseFile, listCaseFiles } from './case-file-store.ts'
import type { PublicationInput } from './contract.ts'
import { caseFileLimitBytes } from './keep-file.ts'

/**
 * What was released in a case is handed to publishing for everybody, in one step; the review decides.
 * Only files that the applicant was shown go along. Law: Order 711 art. 44. Throws: Refusal nothing_released, section_unknown.
 */
export async function publishReleased(
  platform: Platform,
  staff: Staff,
  id: number,
  input: PublicationInput,
): Promise<{ articleId: number; submitted: boolean }> {
  let proposed = { id: 0, submitted: false }
  await moveRequest(platform, staff, id, 'publish_released', async (tx, request) => {
    const released = (await listCaseFiles(tx, id)).filter((file) => file.shownToApplicant)
    const disclosed = request.outcome === 'granted' || request.outcome === 'partly_granted'
    if (!disclosed || released.length === 0) throw refuse('nothing_released')
    const agency = await readAgency(tx)
    const content = articleContent.parse({
      ...input,
      sourceName: agency.hostName || agency.siteName,
      bodyHtml: `<p>${escaped(input.summary || input.title)}</p>`,
      attachments: await openCopies(platform, tx, released),
    })
    proposed = await proposeArticle(platform, tx, staff, content)
    const started = { started_by: staff.id, started_at: platform.clock.now() }
    await tx
      .insertInto('foi_publications')
      .values({ request_id: id, article_id: proposed.id, ...started })
      .execute()
    return {
      kind: 'proposed_for_publication',
      on: platform.clock.today(),
      detail: { articleId: proposed.id },
    }
  })
  return { articleId: proposed.id, submitted: proposed.submitted }
}

/** Case files are sealed; what everybody may read is kept open. */
async function openCopies(platform: Platform, tx: Tx, released: readonly CaseFile[]) {
  const copies = []
  for (const file of released) {
    const upload = { name: file.name, bytes: await bytesOf(platform.files, file.fileId) }
    const accept = ['pdf', 'image', 'document', 'spreadsheet', 'presentation', 'text', 'archive'] as const
    const { id: fileId } = await platform.files.put(tx, upload, { accept, limitBytes: caseFileLimitBytes })
    copies.push({ fileId, name: file.name, role: 'attachment' as const })
  }
  return copies
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
