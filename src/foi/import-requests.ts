import { z } from 'zod'
import { record } from '#audit'
import type { WorkingCalendar } from '#calendar'
import type { Command, Platform } from '#platform'
import { type Day, instantOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import {
  dayCell,
  type ImportReport,
  type ImportRow,
  importBatches,
  type Kept,
  optionalCell,
  printReport,
} from '#platform/import'
import { mask } from '#privacy'
import { rulePackFor, rulePacks } from './clock/rule-pack.ts'
import { isInTime } from './closed-in-time.ts'
import { applicantKind, channel, costsInput, outcome, outcomeDetails } from './contract.ts'
import { caseCalendar } from './events.ts'
import { conflictsIn } from './import-conflicts.ts'
import { likenessBands } from './likeness.ts'
import { detailsOf, goesWith } from './outcome-details.ts'
import { sealDescription } from './sealed.ts'

/** Columns of the import file; docs/import-foi.md describes them. */
const importedRequest = z.object({
  number: z.coerce
    .string()
    .trim()
    .min(1, 'number is missing')
    .max(100, 'number is longer than 100 characters'),
  received_on: dayCell('received_on'),
  channel: channel,
  applicant_kind: applicantKind,
  description: z.string().trim().min(1, 'description is missing').max(40_000, 'description is too long'),
  outcome: optionalCell(outcome),
  outcome_detail: optionalCell(z.enum(outcomeDetails)),
  answered_on: optionalCell(dayCell('answered_on')),
  costs_paid_on: optionalCell(dayCell('costs_paid_on')),
  costs_yuan: optionalCell(z.coerce.number().pipe(costsInput.shape.amount)),
})
export type ImportedRequest = z.infer<typeof importedRequest>

/** `gongkai import foi FILE`. A case is taken over as it stands; the number keeps it from being taken twice, and a row whose number is another case's is named. */
export function importRequests(platform: Platform, path: string): Promise<ImportReport> {
  return importBatches<ImportedRequest>(path, {
    check: (row) => checkRow(row, platform.clock.today()),
    keep: (rows) => platform.inTransaction((tx) => keepRequests(platform, tx, rows)),
  })
}

function checkRow(row: ImportRow, today: Day): { value: ImportedRequest } | { reason: string } {
  const parsed = importedRequest.safeParse(row.values)
  if (!parsed.success) {
    const said = parsed.error.issues.map(({ path, message }) =>
      path[0] && !message.startsWith(String(path[0])) ? `${String(path[0])}: ${message}` : message,
    )
    return { reason: said.join('; ') }
  }
  const reason = contradictionIn(parsed.data, today)
  return reason ? { reason } : { value: parsed.data }
}

function contradictionIn(row: ImportedRequest, today: Day): string | undefined {
  if (row.received_on > today) return 'received_on is in the future'
  if (row.received_on < rulePacks['492'].inForceFrom)
    return 'received_on is before 2008-05-01, when Order 492 came into force'
  if (row.outcome && !row.answered_on) return 'outcome is given but answered_on is missing'
  if (!row.outcome && row.answered_on) return 'answered_on is given but outcome is missing'
  const detail = contradictionInDetail(row)
  if (detail) return detail
  if (row.answered_on && row.answered_on < row.received_on) return 'answered_on is before received_on'
  if (row.answered_on && row.answered_on > today) return 'answered_on is in the future'
  return contradictionInCosts(row, today)
}

/** None is taken over as none: the form of 2014 then counts the assumed one (docs/import-foi.md). */
function contradictionInDetail({ outcome, outcome_detail }: ImportedRequest): string | undefined {
  if (!outcome_detail) return undefined
  if (!outcome) return 'outcome_detail is given but outcome is missing'
  if (goesWith(outcome, outcome_detail)) return undefined
  const may = detailsOf(outcome).join(', ') || 'none'
  return `outcome_detail ${outcome_detail} does not go with outcome ${outcome} (allowed: ${may})`
}

/** Law: Order 492 art. 27; Order 711 art. 42. */
function contradictionInCosts(row: ImportedRequest, today: Day): string | undefined {
  if (!row.costs_paid_on && row.costs_yuan === undefined) return undefined
  if (!row.costs_paid_on || row.costs_yuan === undefined)
    return 'costs_yuan and costs_paid_on are given only together'
  if (rulePackFor(row.received_on).processingFee)
    return 'costs_yuan is only for requests received before 2019-05-15 (Order 492 art. 27)'
  if (row.costs_paid_on < row.received_on) return 'costs_paid_on is before received_on'
  if (row.costs_paid_on > today) return 'costs_paid_on is in the future'
  return undefined
}

/** Answers how many were new, and whose number belongs to another case. The words as written are sealed; the list shows them masked. */
export async function keepRequests(
  platform: Platform,
  tx: Tx,
  rows: readonly ImportedRequest[],
): Promise<Kept> {
  const calendar = await caseCalendar(tx)
  const values = rows.map((row) => ({
    number: row.number,
    channel: row.channel,
    applicant_kind: row.applicant_kind,
    status: row.answered_on ? 'answered' : 'handling',
    received_on: row.received_on,
    submitted_at: instantOf(row.received_on, '09:00'),
    rules: rulePackFor(row.received_on).key,
    description_sealed: sealDescription(platform, row.description),
    description_masked: mask(row.description),
    likeness: likenessBands(row.description),
    outcome: row.outcome ?? null,
    outcome_detail: row.outcome_detail ?? null,
    answered_on: row.answered_on ?? null,
    closed_in_time: row.answered_on ? inTime(calendar, row.received_on, row.answered_on) : null,
    import_key: row.number,
  }))
  const kept = await tx
    .insertInto('foi_requests')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number', 'received_on', 'answered_on', 'outcome'])
    .execute()
  const paid = new Map(rows.map((row) => [row.number, row]))
  const events = kept.flatMap((one) => [...takenOver(one), ...costsTakenOver(one.id, paid.get(one.number))])
  if (events.length) await tx.insertInto('foi_events').values(events).execute()
  if (kept.length) await platform.cache.touch(tx, ['requests'])
  for (const { id, number } of kept)
    record(tx, {
      actor: { kind: 'system', name: 'import' },
      action: 'foi.import',
      subject: { kind: 'foi_request', id },
      detail: { number },
    })
  const taken = new Set(kept.map(({ number }) => number))
  // Of two rows with one number the first is taken.
  const left = rows.flatMap((row, at) => (taken.delete(row.number) ? [] : [{ at, row }]))
  return { imported: kept.length, bad: await conflictsIn(platform, tx, left) }
}

/** What is taken over has no log but receipt, answer and paid costs. */
const inTime = (calendar: WorkingCalendar, receivedOn: Day, answeredOn: Day): boolean =>
  isInTime(calendar, { receivedOn, rules: rulePackFor(receivedOn).key }, [], answeredOn)

type TakenOver = { id: number; received_on: Day | null; answered_on: Day | null; outcome: string | null }

function takenOver({ id, received_on, answered_on, outcome }: TakenOver) {
  const received = { request_id: id, kind: 'received', on_day: received_on as Day, detail: '{}' }
  if (!answered_on) return [received]
  return [
    received,
    { request_id: id, kind: 'answered', on_day: answered_on, detail: JSON.stringify({ outcome }) },
  ]
}

function costsTakenOver(id: number, row: ImportedRequest | undefined) {
  if (!row?.costs_paid_on) return []
  const detail = JSON.stringify({ amount: row.costs_yuan })
  return [{ request_id: id, kind: 'costs_paid', on_day: row.costs_paid_on, detail }]
}

export const importRequestsCommand: Command = {
  name: 'import foi',
  usage: 'import foi FILE',
  summary: 'take over disclosure requests from JSON Lines, CSV or XLSX',
  run: async (platform, [file]) => (file ? printReport(await importRequests(platform, file)) : 2),
}
