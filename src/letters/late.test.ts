import { beforeEach, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { createLog } from '#platform/log'
import { mailJob } from '#platform/mail'
import { answerLetter, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createQueue } from '../platform/queue/boss-queue.ts'
import { letterListQuery } from './contract.ts'
import { countWork } from './counts/work.ts'
import { letterDesk } from './desk.ts'
import { acceptLetter, classifyLetter, endSupervision, reopenLetter } from './handle-letter.ts'
import { listLetters } from './letter-list.ts'
import { mergeLetter } from './merge-letter.ts'
import { refuseLetter } from './refuse-letter.ts'
import { rateLetter } from './sender.ts'
import { getLetter } from './store.ts'
import { addTopic } from './topics/edit-topics.ts'
import { warnOfLetters } from './warn-of-letters.ts'

let platform: Awaited<ReturnType<typeof testPlatform>>
let officer: Staff
let supervisor: Staff
const on = (day: string): Platform => ({ ...platform, clock: fixedClock(`${day}T09:00:00+08:00`) })

beforeEach(async () => {
  platform = await testPlatform()
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

const card = async (at: Platform, staff: Staff, key: string) =>
  (await letterDesk(at, staff)).find((one) => one.key === key)
const listed = async (at: Platform, filter: Record<string, string>) =>
  (await listLetters(at, officer, letterListQuery.parse(filter))).items.map(({ id }) => id).sort()

describe('the desk', () => {
  it('counts no letter late that was answered in time and reopened, and every follow-up whose day is past', async () => {
    const people = { officer, supervisor }
    const reopened = await sendLetter(platform)
    await answerLetter(platform, people, reopened.id)
    await reopenLetter(on('2018-06-27'), supervisor, reopened.id, '政策有变化')
    const unanswered = await sendLetter(platform)
    const rated = await sendLetter(platform)
    await answerLetter(platform, people, rated.id)
    await rateLetter(platform, rated.id, 1)
    // Answer was due on the 27th; the follow-up of the reopening ends on 4 July, that of the rating ended on the 25th.
    const later = on('2018-06-29')
    expect(await card(later, officer, 'letters_open')).toMatchObject({
      count: 2,
      overdue: 1,
      nextDue: '2018-07-04',
    })
    expect(await card(later, officer, 'letters_follow_up')).toMatchObject({ count: 2, overdue: 1 })
    expect((await countWork(later, officer)).letters_overdue).toBe(2)
    expect(await listed(later, { late: 'overdue' })).toEqual([unanswered.id, rated.id])
  })

  it('shows handler and supervisor what is near, what is three months old and what is supervised, each as its list', async () => {
    const { id } = await sendLetter(platform)
    expect(await card(on('2018-06-19'), officer, 'letters_due_soon')).toBeUndefined()
    for (const staff of [officer, supervisor])
      expect(await card(on('2018-06-25'), staff, 'letters_due_soon')).toMatchObject({
        count: 1,
        nextDue: '2018-06-27',
        href: '/letters?late=soon',
      })
    expect(await listed(on('2018-06-25'), { late: 'soon' })).toEqual([id])
    expect(await card(on('2018-09-15'), officer, 'letters_three_months')).toBeUndefined()
    expect(await listed(on('2018-09-15'), { late: 'three_months' })).toEqual([])
    await warnOfLetters(on('2018-09-16'))
    for (const staff of [officer, supervisor]) {
      const alarm = await card(on('2018-09-16'), staff, 'letters_three_months')
      expect(alarm).toMatchObject({ count: 1, overdue: 1 })
      expect(await card(on('2018-09-16'), staff, 'letters_supervised')).toMatchObject({ count: 1 })
    }
    expect(await listed(on('2018-09-16'), { late: 'three_months' })).toEqual([id])
    expect((await getLetter(platform.db, id)).supervised).toBe(true)
    // Ending it does not silence the alarm: only an answer does.
    await endSupervision(on('2018-09-17'), supervisor, id)
    await warnOfLetters(on('2018-09-18'))
    expect((await getLetter(platform.db, id)).supervised).toBe(false)
    expect(await card(on('2018-09-18'), officer, 'letters_three_months')).toMatchObject({ count: 1 })
    await answerLetter(on('2018-09-18'), { officer, supervisor }, id)
    expect(await card(on('2018-09-18'), officer, 'letters_three_months')).toBeUndefined()
  })
})

describe('a warning', () => {
  it('goes by mail to the handler and the supervisors with an address, once, with nothing of the letter', async () => {
    const other = await testStaff(platform, 'correspondence_officer')
    for (const [{ id }, email] of [
      [officer, 'handler@example.gov.cn'],
      [other, 'other@example.gov.cn'],
      [supervisor, 'supervisor@example.gov.cn'],
    ] as const)
      await platform.db.updateTable('staff').set({ email }).where('id', '=', id).execute()
    await testStaff(platform, 'supervisor')
    const { id, number } = await sendLetter(platform, { author: '王大明', subject: '井盖丢失' })
    await acceptLetter(platform, officer, id)
    const sent: { to: string; subject: string; text: string }[] = []
    const send = async (message: (typeof sent)[number]) => {
      sent.push(message)
      return { sent: true, id: '' } as const
    }
    await warnOfLetters(on('2018-06-25'))
    await warnOfLetters(on('2018-06-25'))
    const queue = createQueue(platform.databaseUrl, createLog('silent'))
    const { sendLater } = platform.mail
    await queue.work({ ...platform, mail: { sendLater, send } }, [mailJob as never])
    await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(2)
    expect(sent.map(({ to }) => to).sort()).toEqual(['handler@example.gov.cn', 'supervisor@example.gov.cn'])
    expect(sent[0]?.text).toContain(`来信 ${number}：答复期限临近（2018-06-27）`)
    expect(JSON.stringify(sent)).not.toMatch(/王大明|井盖/)
    await queue.close()
  })
})

describe('a letter that is taken up again before anybody answered it', () => {
  it('runs on its topic’s days from that day, and keeps them when it is classified anew', async () => {
    const given = { parentId: null, name: '加急', answerWithin: 3, inUse: true }
    const { id: urgent } = await addTopic(platform, supervisor, given)
    const main = await sendLetter(platform)
    const refused = await sendLetter(platform)
    const merged = await sendLetter(platform)
    for (const { id } of [refused, merged]) await classifyLetter(platform, officer, id, urgent)
    const ground = { ground: 'unclear', note: '', authority: '', passedOn: false } as const
    await refuseLetter(platform, officer, refused.id, ground)
    await mergeLetter(platform, officer, merged.id, main.number)
    const later = on('2018-07-02')
    for (const { id } of [refused, merged]) {
      await reopenLetter(later, supervisor, id, '来信人补充了地点')
      expect((await getLetter(platform.db, id)).dueOn).toBe('2018-07-05')
      await classifyLetter(later, officer, id, null)
      expect((await getLetter(platform.db, id)).dueOn).toBe('2018-07-11')
      await classifyLetter(on('2018-07-03'), officer, id, urgent)
      expect((await getLetter(platform.db, id)).dueOn).toBe('2018-07-05')
    }
  })
})
