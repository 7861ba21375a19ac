import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { chatCrew } from '../../../test/chat-crew.ts'
import { loggedCall } from '../../../test/hotline-crew.ts'
import { seenHash, sendLetter } from '../../../test/letters.ts'
import { testStaff } from '../../../test/staff.ts'
import { acceptLetter } from '../../letters/handle-letter.ts'
import { decideReply, draftReply } from '../../letters/reply.ts'
import { entryInput, entryListQuery } from '../contract.ts'
import { reviewEntry } from '../entries/decide-entry.ts'
import { readEntries } from '../entries/read-entries.ts'
import { writeEntry } from '../entries/write-entry.ts'
import { makeDigest } from './make-digest.ts'

it('an entry is as much asked for as it was given: by telephone, in talks and in replies that were approved', async () => {
  const { platform, agent, send, waiting } = await chatCrew()
  const officer = await testStaff(platform, 'correspondence_officer')
  const supervisor = await testStaff(platform, 'supervisor')
  const input = { topic: '补助', question: '补助怎么申请', answer: '请到窗口办理。', audience: 'public' }
  const { id } = await writeEntry(platform, officer, entryInput.parse(input))
  await reviewEntry(platform, supervisor, id)
  const from = { corpus: 'entries', entry: String(id) } as const

  await loggedCall(platform, agent.staff.id, { outcome: 'answered', answer: '请到窗口办理。', from })
  const talk = await waiting()
  await send(agent, 'POST', `/talks/${talk}/claim`)
  const said = { body: '请到窗口办理。', key: randomUUID(), from }
  expect((await send(agent, 'POST', `/talks/${talk}/messages`, said)).statusCode).toBeLessThan(300)
  const letter = await sendLetter(platform)
  await acceptLetter(platform, officer, letter.id)
  await draftReply(platform, officer, letter.id, '请到窗口办理。', { from })

  const period = { from: day('2018-06-11'), until: day('2018-06-17') }
  const used = async () => (await makeDigest(platform, period)).used
  const whole = { id, question: '补助怎么申请', times: 2, calls: 1, talks: 1, letters: 0 }
  expect(await used()).toEqual([whole])
  const contentHash = await seenHash(platform, letter.id)
  await decideReply(platform, supervisor, letter.id, {
    decision: 'approved',
    contentHash,
    reason: '',
    release: false,
  })
  expect(await used()).toEqual([{ ...whole, times: 3, letters: 1 }])
  const { items } = await readEntries(platform, officer, entryListQuery.parse({}))
  expect(items.map(({ attention }) => attention)).toEqual([3])
})
