import type { Command, Module, Platform } from '#platform'
import { readAgency } from '#site'
import { accountsText } from './make-staff.ts'

/** The texts and tools of the demonstration are loaded only when it is made: other commands start faster. */
async function makeDemonstration(platform: Platform): Promise<number> {
  return (await import('./make-demonstration.ts')).makeDemonstration(platform)
}

const demoCommand: Command = {
  name: 'demo',
  usage: 'demo',
  summary: 'fill an empty database with a simulated bureau of 2017 and 2018',
  run: async (platform) => {
    const any = await platform.db.selectFrom('sections').select('id').limit(1).executeTakeFirst()
    if (any) {
      process.stderr.write('gongkai: the database is not empty; the demonstration needs an empty one\n')
      return 1
    }
    process.stdout.write(`${await makeDemonstration(platform)}\n`)
    return 0
  },
}

/** `npm start` shows a bureau at once: fills the database when nothing is in it, and names the accounts. */
export async function loadDemonstrationOnce(platform: Platform): Promise<string | undefined> {
  const [section, agency] = await Promise.all([
    platform.db.selectFrom('sections').select('id').limit(1).executeTakeFirst(),
    readAgency(platform.db),
  ])
  if (!section) await makeDemonstration(platform)
  return !section || agency.simulated ? accountsText : undefined
}

export const demonstration = { name: 'demonstration', commands: [demoCommand] } satisfies Module
