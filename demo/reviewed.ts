import type { Staff } from '#people'
import type { ReviewRecord } from '#publishing'
import type { Bureau } from './make-staff.ts'

const minutes = 60_000

/** The chain before an item went out: submitted, first review, secrecy review, signed, all by different people. */
export function reviewedBefore(publishedAt: Date, author: Staff, people: Bureau): ReviewRecord {
  const before = (count: number) => new Date(publishedAt.getTime() - count * minutes)
  // What is published on a minute of its own was reviewed in the hour before: between 32 and 91 minutes.
  const pace = 1 + (publishedAt.getUTCMinutes() % 60) / 30
  return {
    submittedBy: author,
    submittedAt: before(Math.round(32 * pace)),
    approvals: [
      { step: 'first_review', by: people.the('reviewer'), at: before(Math.round(20 * pace)) },
      { step: 'secrecy_review', by: people.the('secrecy'), at: before(Math.round(9 * pace)) },
      { step: 'final_review', by: people.the('publisher'), at: before(2) },
    ],
    publishedBy: people.the('publisher'),
  }
}
