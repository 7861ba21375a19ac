import { day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { type Outcome, type OutcomeDetail, outcomeDetails, outcomes } from './contract.ts'
import { detailOr } from './outcome-details.ts'

/** Rows of 三（三）of the form of 2014, in its order. Source: rules.md 2.6. */
export const replyRows2014 = [
  'already_public',
  'granted',
  'partly_granted',
  'refused_state_secret',
  'refused_trade_secret',
  'refused_privacy',
  'refused_security',
  'refused_not_government_information',
  'refused_other_by_law',
  'not_ours',
  'does_not_exist',
  'correction_told',
  'other_channel',
] as const
export type ReplyRow2014 = (typeof replyRows2014)[number]

/**
 * The row of 2014 for an outcome of today. Not certain: the form of 2014 gives no mapping; internal and process
 * information went under 不是《条例》所指政府信息 after 国办发〔2010〕5号 (inferred, as the rest of this table). Null: closed without
 * a reply, so the form's replies may be fewer than its closed requests (a printed form of 2018 is so).
 */
const rows: Record<Outcome, ReplyRow2014 | null> = {
  granted: 'granted',
  partly_granted: 'partly_granted',
  refused_state_secret: 'refused_state_secret',
  refused_forbidden_by_law: 'refused_other_by_law',
  refused_security: 'refused_security',
  refused_third_party: 'refused_privacy',
  refused_internal: 'refused_not_government_information',
  refused_process: 'refused_not_government_information',
  refused_enforcement_file: 'refused_other_by_law',
  refused_administrative_query: 'refused_other_by_law',
  unavailable_not_held: 'does_not_exist',
  unavailable_must_create: 'does_not_exist',
  unavailable_still_unclear: 'correction_told',
  unprocessed_petition: 'other_channel',
  unprocessed_duplicate: 'other_channel',
  unprocessed_publication: 'already_public',
  unprocessed_excessive: 'other_channel',
  unprocessed_confirm_again: 'other_channel',
  other_no_correction: 'correction_told',
  other_fee_unpaid: null,
  other: 'other_channel',
}
const byDetail: Record<OutcomeDetail, ReplyRow2014 | undefined> = {
  already_public: 'already_public',
  provided: undefined,
  trade_secret: 'refused_trade_secret',
  privacy: 'refused_privacy',
  other_agency: 'not_ours',
  does_not_exist: 'does_not_exist',
}

/** A detail that does not go with the outcome (kept before that was checked) decides nothing. */
export function replyRow2014(outcome: Outcome, detail: OutcomeDetail | null): ReplyRow2014 | null {
  const which = detailOr(outcome, detail)
  return (which && byDetail[which]) || rows[outcome]
}

/** What goes into a row, as `outcome/detail`; nothing after the stroke: no detail on record. */
export const kindsOfReply = (row: ReplyRow2014): string[] =>
  outcomes.flatMap((outcome) =>
    [null, ...outcomeDetails]
      .filter((detail) => replyRow2014(outcome, detail) === row)
      .map((detail) => `${outcome}/${detail ?? ''}`),
  )

/** Replies of a year by row; their sum is the number of replies. Who took the request back was given none. */
export async function replies2014(db: Db | Tx, year: number): Promise<Record<ReplyRow2014, number>> {
  const counts = Object.fromEntries(replyRows2014.map((row) => [row, 0])) as Record<ReplyRow2014, number>
  const grouped = await db
    .selectFrom('foi_request_facts')
    .select((eb) => ['outcome', 'outcome_detail', eb.fn.countAll<number>().as('count')])
    .where('answered_on', '>=', day(`${year}-01-01`))
    .where('answered_on', '<=', day(`${year}-12-31`))
    .where('withdrawn', '=', false)
    .groupBy(['outcome', 'outcome_detail'])
    .execute()
  for (const { outcome, outcome_detail, count } of grouped) {
    const row = replyRow2014(outcome as Outcome, outcome_detail as OutcomeDetail | null)
    if (row) counts[row] += count
  }
  return counts
}
