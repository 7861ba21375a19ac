import { record } from '#audit'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import { insertEvent } from './events.ts'
import { warningLabels } from './labels.ts'
import { isThreeMonthsOld, isUnanswered, soonDay } from './late.ts'
import { lockLetter, saveLetter } from './store.ts'

type Warning = {
  id: number
  number: string
  kind: string
  for_day: Day
  handler_id: number | null
  department_id: number | null
}

/**
 * Warns once of each clock and day, of days missed too: on the letter's timeline and by mail to the handler (or whoever may take it)
 * and the supervisors; the desk counts the same letters as long as they wait. After three months a letter is under supervision.
 * Source: rules.md 5.1: an unanswered letter of three months is a veto.
 */
export async function warnOfLetters(platform: Platform): Promise<number> {
  return platform.inTransaction(async (tx) => {
    const today = platform.clock.today()
    const given: Warning[] = []
    for (const warning of await dueWarnings(tx, today)) {
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('letter_warnings')
        .values({ letter_id: warning.id, kind: warning.kind, for_day: warning.for_day, warned_on: today })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (!numInsertedOrUpdatedRows) continue
      given.push(warning)
      const detail = { kind: warning.kind, for: warning.for_day }
      const at = platform.clock.now()
      await insertEvent(tx, { letterId: warning.id, kind: 'warned', on: today, detail, staffId: null, at })
      if (warning.kind === 'three_months') await supervise(tx, platform, warning.id)
    }
    await mailWarnings(tx, platform, given)
    return given.length
  })
}

async function supervise(tx: Tx, platform: Platform, id: number) {
  const letter = await lockLetter(tx, id)
  if (letter.supervised) return
  await saveLetter(tx, letter, { supervised: true })
  const [on, at] = [platform.clock.today(), platform.clock.now()]
  const detail = { note: '收到三个月还没有答复，系统自动列入督办' }
  await insertEvent(tx, { letterId: id, kind: 'supervised', on, detail, staffId: null, at })
  const actor = { kind: 'system', name: 'letters.warn' } as const
  record(tx, { actor, action: 'letters.supervise', subject: { kind: 'letter', id } })
}

async function dueWarnings(tx: Tx, today: Day): Promise<Warning[]> {
  const { rows } = await sql<Warning>`
    with open as (select letters.*, ${await soonDay(tx, today)} as soon, ${isThreeMonthsOld(today)} as three_months
      from letters where ${isUnanswered}),
    due as (
      select id, 'acceptance_due' as kind, accept_due_on as for_day from open
        where status = 'received' and accept_due_on <= soon
      union all select id, 'due_soon', due_on from open where due_on <= soon and due_on >= ${today}::date
      union all select id, 'overdue', due_on from open where due_on < ${today}::date
      union all select id, 'three_months', received_on from open where three_months
      union all select letter_id, 'follow_up_overdue', due_on from letter_follow_ups
        where closed_on is null and due_on < ${today}::date)
    select due.*, letters.number, letters.handler_id, letters.department_id
      from due join letters using (id) order by id, kind`.execute(tx)
  return rows
}

/** One mail a person and run. No words of the letter and no name: a mail leaves the house. */
async function mailWarnings(tx: Tx, platform: Platform, given: readonly Warning[]) {
  if (given.length === 0) return
  for (const person of await listRecipients(tx)) {
    const told = given.filter((warning) => isToldTo(person, warning))
    if (told.length === 0) continue
    const lines = told.map(
      ({ number, kind, for_day }) => `来信 ${number}：${warningLabels[kind]}（${for_day}）`,
    )
    await platform.mail.sendLater(tx, {
      to: person.email,
      subject: `来信期限提醒：${told.length}项`,
      text: `${lines.join('\n')}\n请登录工作台办理。`,
    })
  }
}

type Recipient = { id: number; email: string; departmentId: number | null; supervises: boolean }

async function listRecipients(tx: Tx): Promise<Recipient[]> {
  const rows = await tx
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'staff.email', 'staff.department_id as departmentId', 'staff_roles.role'])
    .where('staff.active', '=', true)
    .where('staff_roles.role', 'in', ['correspondence_officer', 'supervisor'])
    .orderBy('staff.id')
    .execute()
  const known = Map.groupBy(rows, ({ id }) => id)
  return [...known].flatMap(([id, roles]) => {
    const [first] = roles
    if (!first?.email) return []
    const supervises = roles.some(({ role }) => role === 'supervisor')
    return [{ id, email: first.email, departmentId: first.departmentId, supervises }]
  })
}

function isToldTo({ id, departmentId, supervises }: Recipient, letter: Warning): boolean {
  if (supervises || letter.handler_id === id) return true
  if (letter.department_id !== null) return letter.department_id === departmentId
  return letter.handler_id === null
}
