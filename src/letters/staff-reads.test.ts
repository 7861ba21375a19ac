import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Staff } from '#people'
import type { Platform } from '#platform'
import { sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { keepAttachments } from './attachments.ts'
import { type LetterStatus, letterStatuses } from './contract.ts'
import { readContacts } from './read-contacts.ts'
import { openAttachment, readLetter, readObjection, readOriginal } from './read-letter.ts'
import { sealFollowUp } from './sealed.ts'

let platform: Platform
const people = new Map<Role, Staff>()
type Made = { id: number; attachment: number; followUp: number }
const letters = new Map<LetterStatus, Made>()
beforeAll(async () => {
  platform = await testPlatform()
  for (const role of roles) people.set(role, await testStaff(platform, role))
  const main = await sendLetter(platform)
  for (const status of letterStatuses) letters.set(status, await letterIn(status, main.id))
})

/** A letter in this state with whatever can be opened: a file, an objection, a sender's telephone. */
async function letterIn(status: LetterStatus, mainId: number): Promise<Made> {
  const { db } = platform
  const { id } = await sendLetter(platform)
  const today = platform.clock.today()
  const answered = ['replied', 'closed', 'merged'].includes(status)
  await db
    .updateTable('letters')
    .set({
      status,
      accepted_on: status === 'received' ? null : today,
      ...(answered ? { replied_on: today, replied_at: platform.clock.now(), last_replied_on: today } : {}),
      ...(status === 'closed' ? { closed_on: today } : {}),
      ...(status === 'merged' ? { duplicate_of_id: mainId } : {}),
    })
    .where('id', '=', id)
    .execute()
  const upload = { name: '说明.txt', bytes: Buffer.from('每人三百元'), tooLarge: false }
  await platform.inTransaction((tx) => keepAttachments(tx, platform, id, [upload], { most: 1, known: [] }))
  const file = db.selectFrom('letter_attachments').select('id').where('letter_id', '=', id)
  const followUp = await db
    .insertInto('letter_follow_ups')
    .values({
      letter_id: id,
      cause: 'objection',
      opened_on: today,
      words_sealed: sealFollowUp(platform, '没有到账'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, attachment: (await file.executeTakeFirstOrThrow()).id, followUp: followUp.id }
}

const reads = {
  'letters.read': (staff: Staff, { id }: Made) => readLetter(platform, staff, id),
  'letters.read_original': (staff: Staff, { id }: Made) => readOriginal(platform, staff, id),
  'letters.read_objection': (staff: Staff, { id, followUp }: Made) =>
    readObjection(platform, staff, id, followUp),
  'letters.read_attachment': async (staff: Staff, { id, attachment }: Made) =>
    (await openAttachment(platform, staff, id, attachment)).stream.destroy(),
  'letters.read_contacts': (staff: Staff, { id }: Made) => readContacts(platform, staff, id),
}
type Read = keyof typeof reads
/** Reading is a matter of the role alone: a letter stays readable for its desk whatever became of it. */
const may: Record<Read, readonly Role[]> = {
  'letters.read': ['correspondence_officer', 'supervisor'],
  'letters.read_objection': ['correspondence_officer', 'supervisor'],
  'letters.read_original': ['correspondence_officer'],
  'letters.read_attachment': ['correspondence_officer'],
  'letters.read_contacts': ['correspondence_officer'],
}

describe.each(letterStatuses)('a letter that is %s', (status) => {
  describe.each(Object.keys(reads) as Read[])('%s', (read) => {
    it.each(roles)('%s', async (role) => {
      const staff = people.get(role) as Staff
      const letter = letters.get(status) as Made
      const code = await reads[read](staff, letter).then(
        () => '',
        (refusal) => refusal.code,
      )
      expect(code).toBe(may[read].includes(role) ? '' : 'not_allowed')
      const looks = await platform.db
        .selectFrom('audit_entries')
        .select('id')
        .where('subject_id', '=', String(letter.id))
        .where('action', '=', read)
        .where('actor_staff_id', '=', staff.id)
        .execute()
      // The view itself is on the record only where it opens a seal of the office's own words.
      expect(looks).toHaveLength(code || read === 'letters.read' ? 0 : 1)
    })
  })
})
