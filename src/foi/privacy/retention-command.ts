import { retentionCommand } from '#platform/retention'
import { eraseExpired } from './erase-person.ts'
import { everyExpired } from './retention.ts'
import { readRetention } from './retention-period.ts'

export const requestRetentionCommand = retentionCommand({
  name: 'foi retention',
  of: 'disclosure requests',
  things: 'cases',
  ended: 'answered',
  readYears: readRetention,
  list: async (db, answeredBefore) => {
    const numbers: string[] = []
    for await (const { number } of everyExpired(db, answeredBefore)) numbers.push(number)
    return numbers
  },
  line: String,
  erase: eraseExpired,
})
