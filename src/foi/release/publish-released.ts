import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { maskFileName } from '#privacy'
import { articleContent, proposeArticle } from '#publishing'
import { readAgency } from '#site'
import { bytesOf } from '../documents/letter-store.ts'
import { withNames } from '../file-names.ts'
import { knownOfCase } from '../known-of-case.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { type CaseFile, listCaseFiles } from './case-file-store.ts'
import type { PublicationInput } from './contract.ts'

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
    })
    proposed = await proposeArticle(platform, tx, staff, content, await copiesOf(platform, tx, id, released))
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

/** Case files are sealed; publishing keeps what everybody may read open, under a name that names nobody. Unit: a file at a time in memory. */
async function copiesOf(platform: Platform, tx: Tx, id: number, released: readonly CaseFile[]) {
  const known = await knownOfCase(platform, tx, id)
  const copies = []
  for (const { name, fileId } of await withNames(platform, tx, released))
    copies.push({ name: maskFileName(name, ...known), bytes: await bytesOf(platform.files, fileId) })
  return copies
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
