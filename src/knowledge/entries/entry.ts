import { can, type Staff } from '#people'
import { type EntryAction, type EntryStatus, entryActions } from '../contract.ts'
import { refuse } from '../refusals.ts'

/** Legal moves. New words need a new review; nothing brings a retired entry back. */
const moves = {
  draft: { edit: 'draft', review: 'reviewed', retire: 'retired' },
  reviewed: { edit: 'draft', suspend: 'suspended', retire: 'retired' },
  suspended: { edit: 'draft', review: 'reviewed', retire: 'retired' },
  retired: {},
} satisfies Record<EntryStatus, Partial<Record<EntryAction, EntryStatus>>>

const permissionOf = {
  edit: 'knowledge.write',
  review: 'knowledge.review',
  suspend: 'knowledge.write',
  retire: 'knowledge.review',
} as const satisfies Record<EntryAction, string>

type State = { status: EntryStatus; writtenBy: number }

/** Throws: Refusal entry_move. */
export function statusAfter(status: EntryStatus, action: EntryAction): EntryStatus {
  const next = (moves[status] as Partial<Record<EntryAction, EntryStatus>>)[action]
  if (!next) throw refuse('entry_move')
  return next
}

export const permissionFor = (action: EntryAction) => permissionOf[action]

/** A second person reads before use. Throws: Refusal own_words. */
export function checkSecondPerson(staff: Pick<Staff, 'id'>, { writtenBy }: State) {
  if (staff.id === writtenBy) throw refuse('own_words')
}

export function abilitiesOf(staff: Staff, entry: State): Record<EntryAction, boolean> {
  const may = (action: EntryAction) =>
    can(staff, permissionOf[action]) &&
    action in moves[entry.status] &&
    (action !== 'review' || staff.id !== entry.writtenBy)
  return Object.fromEntries(entryActions.map((action) => [action, may(action)])) as Record<
    EntryAction,
    boolean
  >
}
