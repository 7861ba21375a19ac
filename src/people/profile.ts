import { record } from '#audit'
import type { Platform } from '#platform'
import { actorOf, type SignInWay, type Staff } from './contract.ts'
import { sessionLives } from './sign-in-rules.ts'
import { endSessions, hashToken } from './store.ts'

/** One's own account: department, second factor, and where one is signed in. */
export async function readProfile({ db, clock }: Platform, staff: Staff, token: string) {
  const [department, credentials, codes, sessions] = await Promise.all([
    db.selectFrom('departments').select('name').where('id', '=', staff.departmentId).executeTakeFirst(),
    db
      .selectFrom('staff_credentials')
      .select(['totp_confirmed_at', 'changed_at'])
      .where('staff_id', '=', staff.id)
      .executeTakeFirst(),
    db
      .selectFrom('staff_recovery_codes')
      .select((eb) => eb.fn.countAll<number>().as('left'))
      .where('staff_id', '=', staff.id)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('staff_sessions')
      .select(['token_hash', 'created_at', 'seen_at', 'way'])
      .where('staff_id', '=', staff.id)
      .where('ended_at', 'is', null)
      .orderBy('seen_at', 'desc')
      .execute(),
  ])
  const current = hashToken(token)
  const open = sessions.map((row) => ({
    createdAt: row.created_at,
    seenAt: row.seen_at,
    way: row.way as SignInWay,
    current: row.token_hash === current,
  }))
  return {
    username: staff.username,
    name: staff.name,
    roles: staff.roles,
    department: department?.name ?? null,
    passwordChangedAt: credentials?.changed_at ?? null,
    secondFactor: Boolean(credentials?.totp_confirmed_at),
    recoveryCodesLeft: codes.left,
    sessions: open.filter((session) => sessionLives(session, clock.now())),
  }
}

/** Signs oneself out everywhere else. */
export function endOtherSessions(platform: Platform, staff: Staff, token: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await endSessions(tx, staff.id, platform.clock.now(), token)
    const subject = { kind: 'staff', id: staff.id }
    record(tx, { actor: actorOf(staff), action: 'people.end_sessions', subject })
  })
}
