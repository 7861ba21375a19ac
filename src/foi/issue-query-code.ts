import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { CodeInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { assertCan } from './permission.ts'
import { queryCodeFor } from './query-code.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

/** What is handed to the applicant, shown once. */
export type CodeSlip = { number: string; queryCode: string }

/**
 * The applicant lost the code, or somebody else knows it: whoever has checked who asks gives a new one, and the old one opens
 * nothing any more. The applicant sees on the tracking page that it happened. Law: Order 711 art. 45; PIPL art. 51.
 * Throws: Refusal not_allowed, erased_already.
 */
export async function issueQueryCode(
  platform: Platform,
  staff: Staff,
  id: number,
  { checkedBy, reason }: CodeInput,
): Promise<CodeSlip> {
  // Who asks is compared with who applied.
  assertCan(staff, 'foi.read_applicant')
  let slip: CodeSlip | undefined
  await moveRequest(platform, staff, id, 'issue_code', async (tx, request) => {
    const { erased_at } = await tx
      .selectFrom('foi_requests')
      .select('erased_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (erased_at) throw refuse('erased_already')
    const codeIssue = request.codeIssue + 1
    await saveRequest(tx, request, { code_issue: codeIssue })
    slip = { number: request.number, queryCode: queryCodeFor(platform, { ...request, codeIssue }) }
    return { kind: 'query_code_issued', on: platform.clock.today(), detail: { checkedBy, reason } }
  })
  if (!slip) throw new Error('the move did nothing')
  return slip
}
