import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'

/** How long an agent counts as present whose console says nothing more. Unit: milliseconds. */
const presentFor = 5 * 60_000

export async function countOnDuty(db: Db | Tx, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('chat_duty')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('until', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/** Who is there, with how many talks each has. */
export async function listOnDuty(db: Db | Tx, now: Date) {
  return db
    .selectFrom('chat_duty')
    .innerJoin('staff', 'staff.id', 'chat_duty.staff_id')
    .select(['staff.id', 'staff.name'])
    .select((eb) =>
      eb
        .selectFrom('chat_talks')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('chat_talks.agent_id', '=', 'staff.id')
        .where('chat_talks.status', '=', 'talking')
        .as('talks'),
    )
    .where('chat_duty.until', '>', now)
    .where('staff.active', '=', true)
    .orderBy('staff.name')
    .execute()
}

/** An agent comes or goes; who was there when is on the record. Throws: Refusal not_allowed. */
export const changeDuty = (platform: Platform, staff: Staff, present: boolean): Promise<void> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.answer')
    const until = new Date(platform.clock.now().getTime() + presentFor)
    if (present)
      await tx
        .insertInto('chat_duty')
        .values({ staff_id: staff.id, until })
        .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ until }))
        .execute()
    else await tx.deleteFrom('chat_duty').where('staff_id', '=', staff.id).execute()
    record(tx, {
      actor: actorOf(staff),
      action: present ? 'chat.come' : 'chat.go',
      subject: { kind: 'staff', id: staff.id },
    })
  })

/** The console is still open. Only who came is kept present; answers whether they are. */
export async function stayOnDuty({ db, clock }: Platform, staffId: number): Promise<boolean> {
  const now = clock.now()
  const { numUpdatedRows } = await db
    .updateTable('chat_duty')
    .set({ until: new Date(now.getTime() + presentFor) })
    .where('staff_id', '=', staffId)
    .where('until', '>', now)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
