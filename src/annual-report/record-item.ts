import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { EntryInput } from './contract.ts'
import { formOf } from './form.ts'
import { itemsOf, type RecordedItem } from './recorded-items.ts'
import { refuse } from './refusals.ts'
import { lockReport } from './store.ts'

/**
 * Writes down what no business record tells: a number with its source, or a part of the text. An empty value takes it back.
 * Law: Order 711 art. 50. Throws: Refusal not_allowed, item_unknown, value_refused, source_missing, report_in_approval.
 */
export function recordItem(
  platform: Platform,
  staff: Staff,
  year: number,
  key: string,
  input: EntryInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const report = await lockReport(tx, year)
    assertCan(staff, 'annual_report.write')
    if (report.status !== 'draft') throw refuse('report_in_approval')
    const item = itemsOf(formOf(year)).find((known) => known.key === key)
    if (!item) throw refuse('item_unknown')
    assertEntry(item, input)
    if (input.value === '')
      await tx.deleteFrom('report_entries').where('year', '=', year).where('key', '=', key).execute()
    else {
      const row = { ...input, recorded_by: staff.id, recorded_at: platform.clock.now() }
      await tx
        .insertInto('report_entries')
        .values({ year, key, ...row })
        .onConflict((conflict) => conflict.columns(['year', 'key']).doUpdateSet(row))
        .execute()
    }
    const detail =
      item.kind === 'text' ? { year, key } : { year, key, value: input.value, source: input.source }
    record(tx, {
      actor: actorOf(staff),
      action: 'annual-report.record',
      subject: { kind: 'annual_report', id: year },
      detail,
    })
  })
}

/** ALL-1: whole numbers not below zero; money may have decimals; only a change is signed. Source: rules.md 2.5. */
const patterns = {
  count: /^\d{1,9}$/,
  amount: /^\d{1,9}(\.\d{1,6})?$/,
  change: /^[+-]?\d{1,9}$/,
}
const wants = {
  count: '请填写不小于0的整数。',
  amount: '请填写不小于0的数，最多六位小数。',
  change: '请填写整数，减少的在前面加“-”。',
}

/** Throws: Refusal value_refused, source_missing. */
export function assertEntry({ kind }: Pick<RecordedItem, 'kind'>, { value, source }: EntryInput) {
  if (kind === 'text' || value === '') return
  if (!patterns[kind].test(value)) throw refuse('value_refused', { value: wants[kind] })
  if (!source) throw refuse('source_missing', { source: '请填写来源。' })
}
