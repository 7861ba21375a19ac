import type { Platform } from '#platform'
import { linkInterpretation } from '#publishing'
import type { Bureau } from '../make-staff.ts'

/** So many interpretations are linked to each document, the first after it. */
const linksEach = 4

/** Each normative document and the interpretations that name it, both ways. */
export async function linkPolicies(platform: Platform, people: Bureau): Promise<number> {
  const rows = await platform.db
    .selectFrom('published_articles as policy')
    .innerJoin('published_articles as interpretation', (join) =>
      join.on('interpretation.document_kind', '=', 'interpretation'),
    )
    .select([
      'policy.article_id as policyId',
      'interpretation.article_id as interpretationId',
      'policy.title',
      'interpretation.title as about',
    ])
    .where('policy.document_kind', '=', 'normative_document')
    .whereRef('interpretation.published_at', '>', 'policy.published_at')
    .where(({ eb, ref, fn }) =>
      eb(fn('strpos', [ref('interpretation.title'), fn('substr', [ref('policy.title'), eb.val(4)])]), '>', 0),
    )
    .orderBy('interpretation.published_at')
    .execute()
  let made = 0
  for (const [policyId, named] of Map.groupBy(rows, (row) => row.policyId))
    for (const { interpretationId } of named.slice(0, linksEach)) {
      await linkInterpretation(platform, people.the('reviewer'), { policyId, interpretationId })
      made += 1
    }
  return made
}
