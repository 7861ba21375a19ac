import { can, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { addDays } from '#platform/clock'
import type { EntryListQuery } from '../contract.ts'
import { suggestEntries } from '../suggest-answers.ts'
import { abilitiesOf } from './entry.ts'
import { listOwners } from './owners.ts'
import { listPolicies, listSources } from './source-store.ts'
import { countWaiting, getEntry, listEntries, listStale, listTopics } from './store.ts'
import { toldBeforeDays } from './tell-expiring.ts'

/** Throws: Refusal not_allowed. */
export function assertReads(staff: Staff) {
  if (!can(staff, 'knowledge.write') && !can(staff, 'knowledge.review')) throw refuse('not_allowed')
}

export async function readEntries({ db }: Platform, staff: Staff, query: EntryListQuery) {
  assertReads(staff)
  const { items, next } = await listEntries(db, query, staff.id)
  return { items: items.map((entry) => ({ ...entry, abilities: abilitiesOf(staff, entry) })), next }
}

/** One entry with others that answer nearly the same. Throws: Refusal not_allowed, not_found. */
export async function readEntry(platform: Platform, staff: Staff, id: number) {
  assertReads(staff)
  const entry = await getEntry(platform.db, id)
  const [alike, sources, owner] = await Promise.all([
    suggestEntries(platform, `${entry.question}\n${entry.answer}`),
    listSources(platform.db, id),
    platform.db
      .selectFrom('staff')
      .select(['name', 'active'])
      .where('id', '=', entry.ownerId)
      .executeTakeFirstOrThrow(),
  ])
  return {
    ...entry,
    sources,
    owner: owner.name,
    ownerActive: owner.active,
    abilities: abilitiesOf(staff, entry),
    alike: alike.filter(({ entry }) => entry !== String(id)),
  }
}

/** For the owners: what has fallen out of use since it was reviewed. */
export async function readStale({ db, clock }: Platform, staff: Staff) {
  assertReads(staff)
  return { items: await listStale(db, clock.today()) }
}

export async function readTopics({ db }: Platform, staff: Staff) {
  assertReads(staff)
  return { items: await listTopics(db) }
}

/** Who may take an entry over. */
export async function readOwners({ db }: Platform, staff: Staff) {
  assertReads(staff)
  return { items: await listOwners(db) }
}

/** What an entry may rest on. */
export async function readPolicies({ db }: Platform, staff: Staff, words: string) {
  assertReads(staff)
  return { items: await listPolicies(db, words) }
}

/** For the desk. Throws: Refusal not_allowed. */
export async function readWaiting({ db, clock }: Platform, staff: Staff) {
  assertReads(staff)
  const today = clock.today()
  const soon = addDays(today, toldBeforeDays)
  const { drafts, orphaned, ...own } = await countWaiting(db, staff.id, { today, soon })
  const reviews = can(staff, 'knowledge.review')
  return { ...own, drafts: reviews ? drafts : 0, orphaned: reviews ? orphaned : 0 }
}
