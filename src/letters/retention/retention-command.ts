import { retentionCommand } from '#platform/retention'
import { eraseExpired } from './erase-letter.ts'
import { listExpired } from './expired.ts'
import { readLetterRetention } from './period.ts'

export const letterRetentionCommand = retentionCommand({
  name: 'letters retention',
  of: 'letters',
  things: 'letters',
  ended: 'ended',
  readYears: readLetterRetention,
  list: async (db, endedBefore) => (await listExpired(db, endedBefore)).map(({ number }) => number),
  line: String,
  erase: eraseExpired,
})
