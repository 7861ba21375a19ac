import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import type { HolidayNotice, NoticeInput, NoticePreview } from './contract.ts'
import { dayChanges } from './day-changes.ts'
import type { DueDates } from './due-dates.ts'
import { assertDays, nextVersion, warningsFor } from './notice-rules.ts'
import { insertNotice, listNotices } from './notice-store.ts'
import { refuse } from './refusals.ts'
import { calendarOf } from './working-calendar.ts'

const loadingLock = 711_1020
/** A log line names the first ones; their number is exact. */
const numbersInLog = 100

/** What loading it would change, without changing anything. Throws: Refusal not_allowed, notice_*. */
export async function previewNotice(
  { db, clock }: Platform,
  staff: Staff,
  input: NoticeInput,
  sources: readonly DueDates[],
): Promise<NoticePreview> {
  assertCan(staff, 'calendar.manage')
  return (await compared(db, input, { sources, today: clock.today() })).preview
}

/**
 * Loads the version; what is counted with it afterwards sees it, stored dates of open items are moved in the same
 * transaction. Throws: Refusal not_allowed, notice_*.
 */
export function loadNotice(
  platform: Platform,
  staff: Staff,
  confirmed: { notice: NoticeInput; stamp: string },
  sources: readonly DueDates[],
): Promise<NoticePreview> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'calendar.manage')
    await sql`select pg_advisory_xact_lock(${loadingLock})`.execute(tx)
    const [today, at] = [platform.clock.today(), platform.clock.now()]
    const { notice, preview } = await compared(tx, confirmed.notice, { sources, today })
    if (preview.stamp !== confirmed.stamp) throw refuse('notice_preview_old')
    await insertNotice(tx, notice, staff.id, at)
    for (const [which, source] of sources.entries())
      await source.save?.(tx, preview.moved[which]?.items ?? [], { ...notice, staffId: staff.id, at, today })
    record(tx, {
      actor: actorOf(staff),
      action: 'calendar.load_notice',
      subject: { kind: 'holiday_notice', id: `${notice.year}-${notice.version}` },
      detail: logOf(notice, preview, sources),
    })
    return preview
  })
}

async function compared(
  db: Db | Tx,
  input: NoticeInput,
  { sources, today }: { sources: readonly DueDates[]; today: Day },
) {
  assertDays(input)
  const { notices, stamp } = await listNotices(db)
  const before = calendarOf(notices)
  const inForce = notices.filter(({ year }) => year === input.year).sort((a, b) => b.version - a.version)[0]
  if (!inForce && !follows(input.year, notices)) throw refuse('notice_year_gap')
  const notice = nextVersion(input, inForce)
  if (inForce && sameDays(inForce, notice)) throw refuse('notice_unchanged')
  const after = calendarOf([...notices, notice])
  const moved: NoticePreview['moved'] = []
  for (const { label, moved: find } of sources)
    moved.push({ label, items: await find(db, before, after, today) })
  const { year, version } = notice
  const changes = dayChanges(before, after)
  const preview = {
    stamp,
    year,
    version,
    horizon: after.horizon,
    changes,
    warnings: warningsFor(notice),
    moved,
  }
  return { notice, preview }
}

const follows = (year: number, notices: readonly HolidayNotice[]) =>
  notices.some((notice) => Math.abs(notice.year - year) === 1)
const sameDays = (one: HolidayNotice, other: HolidayNotice) =>
  JSON.stringify([one.daysOff, one.makeUpWorkdays]) === JSON.stringify([other.daysOff, other.makeUpWorkdays])

function logOf(notice: HolidayNotice, preview: NoticePreview, sources: readonly DueDates[]) {
  const counted = sources.map(({ key }, at) => {
    const numbers = [...new Set(preview.moved[at]?.items.map(({ number }) => number))]
    return [key, { moved: numbers.length, numbers: numbers.slice(0, numbersInLog) }]
  })
  return {
    source: notice.source,
    document_number: notice.documentNumber,
    became_off: preview.changes.filter(({ working }) => !working).map(({ day }) => day),
    became_working: preview.changes.filter(({ working }) => working).map(({ day }) => day),
    recomputed: Object.fromEntries(counted),
  }
}
