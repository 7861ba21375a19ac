import { createHash, randomInt } from 'node:crypto'
import type { Tx } from '#platform/db'

/** Ten codes of 50 bits; without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const codes = 10
const letters = 10

const hashOf = (code: string) =>
  createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('hex')

/** New codes in place of the old ones; they are shown once. */
export async function renewRecoveryCodes(tx: Tx, staffId: number): Promise<string[]> {
  const made = Array.from({ length: codes }, () => {
    const text = Array.from({ length: letters }, () => alphabet[randomInt(alphabet.length)]).join('')
    return `${text.slice(0, 5)}-${text.slice(5)}`
  })
  await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', staffId).execute()
  await tx
    .insertInto('staff_recovery_codes')
    .values(made.map((code) => ({ staff_id: staffId, code_hash: hashOf(code) })))
    .execute()
  return made
}

/** True once for a right code: it is spent then. */
export async function spendRecoveryCode(tx: Tx, staffId: number, code: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_recovery_codes')
    .set({ used_at: at })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', hashOf(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
