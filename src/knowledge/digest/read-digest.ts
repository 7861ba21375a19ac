import { can, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { addDays, type Day } from '#platform/clock'
import { refuse as refuseHere } from '../refusals.ts'
import { makeDigest } from './make-digest.ts'
import { findDigest, listWeeks } from './store.ts'

/** Unit: calendar days. Longer takes long and says less. */
const longestDays = 92

/** Throws: Refusal not_allowed. */
function assertReads(staff: Staff) {
  if (!can(staff, 'knowledge.write') && !can(staff, 'knowledge.review')) throw refuse('not_allowed')
}

/** A digest of any period, made now. Throws: Refusal not_allowed, digest_period. */
export async function readDigest(platform: Platform, staff: Staff, period: { from: Day; until: Day }) {
  assertReads(staff)
  if (period.until < period.from || addDays(period.from, longestDays) < period.until)
    throw refuseHere('digest_period')
  return makeDigest(platform, period)
}

/** Which weeks are kept. Throws: Refusal not_allowed. */
export async function readDigests({ db }: Platform, staff: Staff) {
  assertReads(staff)
  return { items: await listWeeks(db) }
}

/** The digest of one week as it was made. Throws: Refusal not_allowed, not_found. */
export async function readWeek({ db }: Platform, staff: Staff, from: Day) {
  assertReads(staff)
  const digest = await findDigest(db, from)
  if (!digest) throw refuse('not_found')
  return digest
}
