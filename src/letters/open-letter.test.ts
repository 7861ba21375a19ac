import { beforeAll, expect, it } from 'vitest'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { openFromRequest } from './open-from-request.ts'
import { openLetter } from './open-letter.ts'
import { readOriginal } from './read-letter.ts'
import { findSent } from './track-letter.ts'

let platform: Platform
let officer: Staff
beforeAll(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
})
const given = (id: number) => ({
  mailbox: 'complaints',
  author: '李小红',
  telephone: '13900139000',
  subject: '窗口排队太久',
  body: '我叫李小红，窗口排队太久，电话13900139000。',
  consents: false,
  source: { kind: 'call' as const, id },
})
const open = (id: number) =>
  platform.inTransaction((tx) => openLetter(tx, platform, actorOf(officer), given(id)))

it('a call becomes one letter however often it is asked, with a receipt that works', async () => {
  const receipts = await Promise.all([open(7), open(7), open(7)])
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
  const { id, number, queryCode, dueOn } = await open(7)
  expect(receipts[0]?.number).toBe(number)
  expect(dueOn).toBe('2018-07-09')
  expect(await findSent(platform, number, queryCode)).toBe(id)
  expect((await readOriginal(platform, officer, id)).telephone).toBe('13900139000')
  const row = await platform.db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst()
  expect(row).toMatchObject({ source_kind: 'call', source_id: 7, status: 'received' })
  expect(row?.body_public).not.toMatch(/李小红|13900139000/)
  expect((await open(8)).number).not.toBe(number)
})

it('rolls back with the transaction of its caller', async () => {
  const failing = platform.inTransaction(async (tx) => {
    await openLetter(tx, platform, actorOf(officer), given(9))
    throw new Error('the call could not be saved')
  })
  await expect(failing).rejects.toThrow('could not be saved')
  const row = await platform.db
    .selectFrom('letters')
    .select('id')
    .where('source_id', '=', 9)
    .executeTakeFirst()
  expect(row).toBeUndefined()
})

it('art. 39: a request that is a complaint becomes a letter; the job runs twice and opens one', async () => {
  const { id } = await platform.db
    .insertInto('foi_requests')
    .values({
      number: 'G2018-1',
      channel: 'internet',
      applicant_kind: 'natural_person',
      status: 'handling',
      received_on: day('2018-06-11'),
      rules: '492',
      description_masked: '举报某公司违规收费',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await openFromRequest.run(platform, { requestId: id })
  await openFromRequest.run(platform, { requestId: id })
  const rows = await platform.db
    .selectFrom('letters')
    .select(['mailbox', 'body_public', 'consents_to_publication'])
    .where('source_kind', '=', 'foi_request')
    .execute()
  expect(rows).toEqual([
    { mailbox: 'complaints', body_public: '举报某公司违规收费', consents_to_publication: false },
  ])
})
