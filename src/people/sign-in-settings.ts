import { record } from '#audit'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { actorOf, type Role, type SignInRulesInput, type Staff } from './contract.ts'
import { assertCan } from './permissions.ts'

export async function readSignInRules(db: Db | Tx): Promise<SignInRulesInput> {
  const row = await db.selectFrom('sign_in_rules').select('second_factor_roles').executeTakeFirstOrThrow()
  return { secondFactorRoles: row.second_factor_roles as Role[] }
}

/** Who has such a role and no second factor is led to enrol one before anything else. Throws: Refusal not_allowed. */
export function changeSignInRules(platform: Platform, staff: Staff, input: SignInRulesInput): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'people.manage_roles')
    const before = await readSignInRules(tx)
    await tx.updateTable('sign_in_rules').set({ second_factor_roles: input.secondFactorRoles }).execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'people.change_sign_in_rules',
      subject: { kind: 'sign_in_rules', id: 1 },
      detail: { before, after: input },
    })
  })
}
