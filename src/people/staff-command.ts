import { type Command, type Platform, Refusal } from '#platform'
import type { Tx } from '#platform/db'
import { newStaff } from './contract.ts'
import { createStaff } from './create-staff.ts'
import { resetAccount } from './reset-account.ts'

const actor = { kind: 'system', name: 'command line' } as const

/** The first accounts of a new installation come from the command line; afterwards the console makes them. */
export const staffCreateCommand: Command = {
  name: 'staff create',
  usage: 'staff create USERNAME NAME ROLE[,ROLE…]',
  summary: 'make an account; prints its first password, which must be changed at the first sign-in',
  run: async (platform, [username, name, roles = '']) => {
    const parsed = newStaff.safeParse({ username, name, roles: roles.split(',').filter(Boolean) })
    if (!parsed.success) {
      process.stderr.write(
        `gongkai: ${parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}\n`,
      )
      return 2
    }
    return printed(platform, async (tx) => (await createStaff(tx, actor, parsed.data)).firstPassword)
  },
}

/** The way back for the only security administrator who lost password or device: nobody in the console may help them. */
export const staffResetCommand: Command = {
  name: 'staff reset',
  usage: 'staff reset USERNAME',
  summary: 'give an account a new first password and no second factor; recorded in the audit log',
  run: async (platform, [username, ...more]) => {
    if (!username || more.length) {
      process.stderr.write('usage: gongkai staff reset USERNAME\n')
      return 2
    }
    return printed(platform, (tx) => resetAccount(tx, actor, username, platform.clock.now()))
  },
}

/** Prints the first password alone on stdout. */
async function printed(platform: Platform, work: (tx: Tx) => Promise<string>): Promise<number> {
  try {
    process.stdout.write(`${await platform.inTransaction(work)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`gongkai: ${error.message}\n`)
    return 1
  }
}
