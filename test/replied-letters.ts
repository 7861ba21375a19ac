import type { Db } from '#platform/db'

type Replied = { number: string; subject: string; reply: string; topic?: string; released?: boolean }

/** Letters with a reply and nothing else, for whatever ranks replies. */
export async function insertReplied(db: Db, letters: readonly Replied[]): Promise<void> {
  const at = new Date('2018-06-01T00:00:00Z')
  const rows = letters.map(({ number, subject, reply, topic = '', released = true }) => ({
    number,
    mailbox: 'consultation',
    status: 'replied',
    topic,
    original_sealed: Buffer.from(''),
    subject_public: subject,
    body_public: '',
    reply_public: reply,
    submitted_at: at,
    received_on: '2018-06-01',
    replied_at: at,
    replied_on: '2018-06-01',
    released,
  }))
  for (let from = 0; from < rows.length; from += 1000)
    await db
      .insertInto('letters')
      .values(rows.slice(from, from + 1000) as never)
      .execute()
}
