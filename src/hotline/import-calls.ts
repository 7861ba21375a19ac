import { z } from 'zod'
import { record } from '#audit'
import type { Command, Platform } from '#platform'
import { parseInstant } from '#platform/clock'
import type { Tx } from '#platform/db'
import { type ImportReport, type ImportRow, importBatches, printReport } from '#platform/import'
import { type CallKind, callKinds, callOutcomes } from './contract.ts'
import { findNamed, referenceOf } from './import-names.ts'
import { callKindLabels } from './labels.ts'
import { callRow } from './log-call.ts'
import { insertCalls } from './store.ts'

const text = (name: string, most: number) =>
  z.preprocess(
    (value) => value ?? '',
    z.coerce.string().trim().max(most, `${name} is longer than ${most} characters`),
  )
const instant = z.union([z.string(), z.date()], 'called_at is missing').transform((value, context) => {
  const at = value instanceof Date ? value : parseInstant(value)
  if (at) return at
  context.addIssue({ code: 'custom', message: 'called_at is no time (YYYY-MM-DDTHH:MM:SS)' })
  return z.NEVER
})
const kindByLabel = new Map(Object.entries(callKindLabels).map(([kind, label]) => [label, kind as CallKind]))

/** Columns of the import file; docs/import-calls.md describes them. */
const importedCall = z.object({
  id: text('id', 100).pipe(z.string().min(1, 'id is missing')),
  called_at: instant,
  kind: z.preprocess(
    (value) => kindByLabel.get(String(value)) ?? value,
    z.enum(callKinds, `kind is none of ${callKinds.join(', ')}`),
  ),
  topic: text('topic', 100),
  content: text('content', 5000).pipe(z.string().min(1, 'content is missing')),
  answer: text('answer', 10_000),
  outcome: z.preprocess(
    (value) => value || 'answered',
    z.enum(callOutcomes, `outcome is none of ${callOutcomes.join(', ')}`),
  ),
  forwarded_to: text('forwarded_to', 100),
  caller_name: text('caller_name', 100),
  caller_telephone: text('caller_telephone', 30),
  agent: text('agent', 100),
  entry: text('entry', 100),
  reference: text('reference', 100),
})
export type ImportedCall = z.infer<typeof importedCall>

/** `gongkai import calls FILE`. */
export const importCalls = (platform: Platform, path: string): Promise<ImportReport> =>
  importBatches<ImportedCall>(path, {
    check: (row) => checkRow(row, platform.clock.now()),
    keep: (rows) => platform.inTransaction((tx) => keepCalls(platform, tx, rows)),
  })

function checkRow(row: ImportRow, now: Date) {
  const parsed = importedCall.safeParse(row.values)
  if (!parsed.success) return { reason: parsed.error.issues.map(({ message }) => message).join('; ') }
  const call = parsed.data
  if (call.called_at > now) return { reason: 'called_at is in the future' }
  if (call.outcome === 'answered' && !call.answer) return { reason: 'answer is missing' }
  if (call.outcome !== 'answered' && !call.forwarded_to) return { reason: 'forwarded_to is missing' }
  if (call.entry && call.reference) return { reason: 'entry and reference exclude each other' }
  return { value: call }
}

/** Answers how many were new; a row that names an account or an answer that is not here is not kept. */
export async function keepCalls(platform: Platform, tx: Tx, rows: readonly ImportedCall[]) {
  const known = await findNamed(tx, rows)
  const bad = rows.flatMap((row, at) => known.missing(row).map((reason) => ({ at, reason })))
  const good = rows.filter((row) => known.missing(row).length === 0)
  const ids = await insertCalls(
    tx,
    good.map((row) =>
      callRow(
        platform,
        {
          ...row,
          callerName: row.caller_name,
          callerTelephone: row.caller_telephone,
          forwardedTo: row.forwarded_to,
          from: referenceOf(row),
        },
        { at: row.called_at, importKey: row.id, agent: known.agents.get(row.agent) ?? null },
      ),
    ),
  )
  const actor = { kind: 'system', name: 'import' } as const
  for (const id of ids) record(tx, { actor, action: 'hotline.import', subject: { kind: 'call', id } })
  return { imported: ids.length, bad }
}

export const importCallsCommand: Command = {
  name: 'import calls',
  usage: 'import calls FILE',
  summary: 'take over logged calls from JSON Lines, CSV or XLSX',
  run: async (platform, [file]) => (file ? printReport(await importCalls(platform, file)) : 2),
}
