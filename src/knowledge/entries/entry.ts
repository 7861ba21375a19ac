import { can, type Staff } from '#people'
import { type EntryAction, type EntryStatus, entryActions } from '../contract.ts'
import { refuse } from '../refusals.ts'

/** Legal moves. New words need a new review; nothing brings a retired entry back. */
const moves = {
  draft: { edit: 'draft', review: 'reviewed', retire: 'retired', hand_over: 'draft' },
  reviewed: { edit: 'draft', suspend: 'suspended', retire: 'retired', hand_over: 'reviewed' },
  suspended: { edit: 'draft', review: 'reviewed', retire: 'retired', hand_over: 'suspended' },
  retired: {},
} satisfies Record<EntryStatus, Partial<Record<EntryAction, EntryStatus>>>

const permissionOf = {
  edit: 'knowledge.write',
  review: 'knowledge.review',
  suspend: 'knowledge.write',
  retire: 'knowledge.review',
  hand_over: 'knowledge.read',
} as const satisfies Record<EntryAction, string>

type State = { status: EntryStatus; writtenBy: number; ownerId: number }

/** Throws: Refusal entry_move. */
export function statusAfter(status: EntryStatus, action: EntryAction): EntryStatus {
  const next = (moves[status] as Partial<Record<EntryAction, EntryStatus>>)[action]
  if (!next) throw refuse('entry_move')
  return next
}

export const permissionFor = (action: EntryAction) => permissionOf[action]

/** The owner hands an entry over, or whoever looks after all of them: an owner may have left. */
export const mayHandOver = (staff: Staff, { ownerId }: Pick<State, 'ownerId'>) =>
  can(staff, 'knowledge.review') || (can(staff, 'knowledge.write') && staff.id === ownerId)

/** A second person reads before use. Throws: Refusal own_words. */
export function checkSecondPerson(staff: Pick<Staff, 'id'>, { writtenBy }: Pick<State, 'writtenBy'>) {
  if (staff.id === writtenBy) throw refuse('own_words')
}

export function abilitiesOf(staff: Staff, entry: State): Record<EntryAction, boolean> {
  const may = (action: EntryAction) =>
    can(staff, permissionOf[action]) &&
    action in moves[entry.status] &&
    (action !== 'review' || staff.id !== entry.writtenBy) &&
    (action !== 'hand_over' || mayHandOver(staff, entry))
  return Object.fromEntries(entryActions.map((action) => [action, may(action)])) as Record<
    EntryAction,
    boolean
  >
}
