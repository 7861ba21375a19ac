import type { Command } from '#platform'
import { Refusal } from '#platform'
import { newStaff } from './contract.ts'
import { createStaff } from './create-staff.ts'

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
    try {
      const actor = { kind: 'system', name: 'command line' } as const
      const made = await platform.inTransaction((tx) => createStaff(tx, actor, parsed.data))
      process.stdout.write(`${made.firstPassword}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      process.stderr.write(`gongkai: ${error.message}\n`)
      return 1
    }
  },
}
