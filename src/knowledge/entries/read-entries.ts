import { can, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { EntryListQuery } from '../contract.ts'
import { suggestAnswers } from '../suggest-answers.ts'
import { abilitiesOf } from './entry.ts'
import { countWaiting, getEntry, listEntries, listStale, listTopics } from './store.ts'

/** Throws: Refusal not_allowed. */
function assertReads(staff: Staff) {
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
  const alike = await suggestAnswers(platform, `${entry.question}\n${entry.answer}`)
  return {
    ...entry,
    abilities: abilitiesOf(staff, entry),
    alike: alike.filter((other) => other.corpus === 'entries' && other.entry !== String(id)),
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

/** For the desk. Throws: Refusal not_allowed. */
export async function readWaiting({ db }: Platform, staff: Staff) {
  assertReads(staff)
  const { drafts, suspended } = await countWaiting(db, staff.id)
  return { drafts: can(staff, 'knowledge.review') ? drafts : 0, suspended }
}
