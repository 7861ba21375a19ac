import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { answerLetter, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { letterListQuery } from './contract.ts'
import { claimLetter, dispatchLetter, giveOpinion, returnDispatch } from './dispatch-letter.ts'
import { acceptLetter, answerFollowUp, classifyLetter, closeLetter, reopenLetter } from './handle-letter.ts'
import { closeReplied } from './jobs.ts'
import { listLetters } from './letter-list.ts'
import { mergeLetter } from './merge-letter.ts'
import { readLetter, readOriginal } from './read-letter.ts'
import { draftReply } from './reply.ts'
import { objectToReply, rateLetter, withdrawLetter, withdrawName } from './sender.ts'
import { getLetter } from './store.ts'
import { addTopic } from './topics/edit-topics.ts'
import { readSent } from './track-letter.ts'
import { warnOfLetters } from './warn-of-letters.ts'

let platform: Platform
let desk: Staff
let supervisor: Staff
const departments: number[] = []
const of: Staff[] = []
const refused = (code: string) => expect.objectContaining({ code })
const on = (day: string): Platform => ({ ...platform, clock: fixedClock(`${day}T09:00:00+08:00`) })

beforeAll(async () => {
  platform = await testPlatform()
  supervisor = await testStaff(platform, 'supervisor')
  desk = await testStaff(platform, 'correspondence_officer')
  for (const [at, name] of ['预算处', '会计处', '采购处'].entries()) {
    const { id } = await platform.db
      .insertInto('departments')
      .values({ code: `d${at}`, name, position: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    departments.push(id)
    of.push({ ...(await testStaff(platform, 'correspondence_officer')), departmentId: id })
  }
})
const [budget, accounting, procurement] = [0, 1, 2].map((at) => () => of[at] as Staff) as [
  () => Staff,
  () => Staff,
  () => Staff,
]
const send = (more = {}) => sendLetter(platform, more)
const both = () => ({ officer: desk, supervisor })
const answered = async (more = {}, release = false) => {
  const made = await send(more)
  await answerLetter(platform, both(), made.id, { release })
  return made
}

describe('dispatch', () => {
  it('one main and several assisting departments; the main one answers with what the others say', async () => {
    const { id } = await send()
    await acceptLetter(platform, desk, id)
    const [main, assisting] = departments as [number, number]
    await dispatchLetter(platform, desk, id, {
      main,
      assisting: [assisting, main, assisting],
      note: '请会办',
    })
    await expect(claimLetter(platform, procurement(), id)).rejects.toEqual(refused('not_dispatched_to_you'))
    await claimLetter(platform, budget(), id)
    await expect(claimLetter(platform, budget(), id)).rejects.toEqual(refused('claimed_already'))
    await expect(giveOpinion(platform, budget(), id, '主办')).rejects.toEqual(
      refused('not_dispatched_to_you'),
    )
    await giveOpinion(platform, accounting(), id, '请按会计准则第三条答复')
    await expect(draftReply(platform, accounting(), id, '会计处代答')).rejects.toEqual(
      refused('other_department'),
    )
    const view = await readLetter(platform, budget(), id)
    expect(view.dispatches.map(({ department, part, opinion }) => [department, part, opinion])).toEqual([
      ['预算处', 'main', null],
      ['会计处', 'assisting', '请按会计准则第三条答复'],
    ])
    expect(view.letter.handlerId).toBe(budget().id)
    expect([view.abilities.draft_reply, view.abilities.claim]).toEqual([true, false])
    await draftReply(platform, budget(), id, '请到窗口办理。')
  })

  it('is returned with a reason and sent elsewhere with a reason', async () => {
    const { id } = await send()
    const [main, , other] = departments as [number, number, number]
    await dispatchLetter(platform, desk, id, { main, assisting: [], note: '' })
    await expect(returnDispatch(platform, budget(), id, '')).rejects.toEqual(refused('return_needs_reason'))
    await returnDispatch(platform, budget(), id, '属于采购事项')
    expect((await getLetter(platform.db, id)).departmentId).toBeNull()
    await dispatchLetter(platform, desk, id, { main: other, assisting: [], note: '' })
    const again = { main, assisting: [], note: '' }
    await expect(dispatchLetter(platform, desk, id, again)).rejects.toEqual(refused('dispatch_needs_reason'))
    await dispatchLetter(platform, desk, id, { ...again, note: '涉及预算安排' })
    const { dispatches, events } = await readLetter(platform, desk, id)
    expect(dispatches.map(({ department, endedAs }) => [department, endedAs])).toEqual([
      ['预算处', 'returned'],
      ['采购处', 'dispatched_anew'],
      ['预算处', null],
    ])
    expect(events.at(-1)?.kind).toBe('dispatched_anew')
    await expect(dispatchLetter(platform, desk, id, { ...again, main: 999, note: 'x' })).rejects.toEqual(
      refused('department_unknown'),
    )
  })
})

describe('deadlines', () => {
  it('a topic’s own working days count from the day of receipt, a parent’s when it has none', async () => {
    const { id: parent } = await addTopic(platform, supervisor, {
      parentId: null,
      name: '加急',
      answerWithin: 3,
      inUse: true,
    })
    const given = { parentId: parent, name: '补贴', answerWithin: null, inUse: true }
    const { id: topic } = await addTopic(platform, supervisor, given)
    const { id } = await send()
    await classifyLetter(platform, desk, id, topic)
    // 18 June 2018 is the Dragon Boat Festival.
    expect((await getLetter(platform.db, id)).dueOn).toBe('2018-06-21')
    await classifyLetter(platform, desk, id, null)
    expect((await getLetter(platform.db, id)).dueOn).toBe('2018-06-27')
    await expect(classifyLetter(platform, desk, id, 999_999)).rejects.toEqual(refused('topic_unknown'))
  })

  it('warns once of each clock, of days missed too, and again when the day moves', async () => {
    const { id } = await send()
    const kinds = async () => {
      const rows = await platform.db
        .selectFrom('letter_warnings')
        .select('kind')
        .where('letter_id', '=', id)
        .orderBy('kind')
        .execute()
      return rows.map(({ kind }) => kind)
    }
    await warnOfLetters(on('2018-06-19'))
    expect(await kinds()).toEqual([])
    await warnOfLetters(on('2018-06-21'))
    await warnOfLetters(on('2018-06-21'))
    expect(await kinds()).toEqual(['acceptance_due'])
    // The job did not run for a week: what was missed is said at once.
    await warnOfLetters(on('2018-06-29'))
    expect(await kinds()).toEqual(['acceptance_due', 'overdue'])
    await warnOfLetters(on('2018-09-18'))
    expect(await kinds()).toEqual(['acceptance_due', 'overdue', 'three_months'])
    const late = await listLetters(on('2018-06-29'), desk, letterListQuery.parse({ late: 'overdue' }))
    expect(late.items.find((row) => row.id === id)?.clock).toMatchObject({
      clock: 'acceptance',
      dueOn: '2018-06-25',
      urgency: 'overdue',
      left: -4,
    })
  })
})

describe('after the reply', () => {
  it('first reply and final closing are days of their own', async () => {
    const { id } = await answered()
    await closeLetter(on('2018-06-20'), desk, id)
    expect(await getLetter(platform.db, id)).toMatchObject({
      repliedOn: '2018-06-15',
      closedOn: '2018-06-20',
    })
    await reopenLetter(on('2018-06-21'), supervisor, id, '政策有变化')
    await answerLetter(on('2018-06-22'), both(), id, { accept: false, body: '新的政策已经公布。' })
    expect(await getLetter(platform.db, id)).toMatchObject({
      status: 'replied',
      repliedOn: '2018-06-15',
      lastRepliedOn: '2018-06-22',
      closedOn: null,
    })
    expect((await readSent(platform, id)).replies.map(({ on: day, text }) => [day, text])).toEqual([
      ['2018-06-15', '请到窗口办理。'],
      ['2018-06-22', '新的政策已经公布。'],
    ])
  })

  it('a bad rating opens a follow-up with its own clock; the letter closes after it', async () => {
    const { id } = await answered()
    await rateLetter(platform, id, 1)
    const { followUps, clock, abilities } = await readLetter(platform, desk, id)
    // Five working days after Friday 15 June; Monday is a holiday.
    expect(followUps).toMatchObject([{ cause: 'bad_rating', openedOn: '2018-06-15', dueOn: '2018-06-25' }])
    expect(clock).toMatchObject({ clock: 'follow_up', dueOn: '2018-06-25' })
    expect([abilities.close, abilities.answer_follow_up]).toEqual([false, true])
    await expect(closeLetter(platform, desk, id)).rejects.toEqual(refused('follow_up_open'))
    await warnOfLetters(on('2018-06-27'))
    expect((await readLetter(platform, desk, id)).events.at(-1)).toMatchObject({
      kind: 'warned',
      detail: { kind: 'follow_up_overdue' },
    })
    await answerFollowUp(platform, desk, id, '已经电话说明，来信人表示理解')
    await expect(answerFollowUp(platform, desk, id, '再次')).rejects.toEqual(refused('follow_up_missing'))
    await closeLetter(platform, desk, id)
  })

  it('a good rating ends the letter', async () => {
    const { id } = await answered()
    await rateLetter(platform, id, 4)
    expect((await getLetter(platform.db, id)).status).toBe('closed')
  })

  it('an objection opens it again on its own clock; thanks do not', async () => {
    const { id } = await answered()
    await closeLetter(platform, desk, id)
    await objectToReply(platform, id, '谢谢您的答复！')
    expect((await getLetter(platform.db, id)).status).toBe('closed')
    await objectToReply(platform, id, '补助还是没有到账')
    const view = await readLetter(platform, desk, id)
    expect(view.letter).toMatchObject({ status: 'handling', closedOn: null, repliedOn: '2018-06-15' })
    expect(view.followUps).toMatchObject([{ cause: 'objection', hasWords: true, closedOn: null }])
    await answerLetter(on('2018-06-20'), both(), id, { accept: false })
    expect((await readLetter(platform, desk, id)).followUps[0]?.closedOn).toBe('2018-06-20')
    await expect(objectToReply(on('2018-08-20'), id, '还是没有到账')).rejects.toEqual(
      refused('objection_too_late'),
    )
  })

  it('what nobody objects to is closed after its working days, once', async () => {
    const { id } = await answered()
    const { id: bad } = await answered()
    await rateLetter(platform, bad, 2)
    await closeReplied(on('2018-07-06'))
    expect((await getLetter(platform.db, id)).status).toBe('replied')
    // Fifteen working days after 15 June end on 9 July.
    await closeReplied(on('2018-07-10'))
    expect(await getLetter(platform.db, id)).toMatchObject({ status: 'closed', closedOn: '2018-07-10' })
    expect(await closeReplied(on('2018-07-10'))).toBe(0)
    expect((await getLetter(platform.db, bad)).status).toBe('replied')
  })
})

describe('merging', () => {
  it('the sender of a merged letter gets the reply without the other sender’s data', async () => {
    const main = await send({ author: '王大明', telephone: '13912345678', body: '噪声扰民，我是王大明' })
    const double = await send({ author: '赵小兰', body: '同一工地噪声扰民' })
    const third = await send({ body: '工地噪声扰民' })
    await acceptLetter(platform, desk, double.id)
    await mergeLetter(platform, desk, third.id, double.number)
    await mergeLetter(platform, desk, double.id, main.number)
    const related = await readLetter(platform, desk, main.id)
    expect(related.related).toEqual([])
    const body = '王大明您好，已经责令整改，电话13912345678。'
    await answerLetter(platform, both(), main.id, { body, forMerged: '您好，已经责令整改。' })
    for (const { id } of [double, third]) {
      const sent = await readSent(platform, id)
      expect(sent.letter).toMatchObject({ status: 'merged', repliedOn: '2018-06-15', duplicateOfId: main.id })
      expect(sent.replies[0]?.text).toContain('已经责令整改')
      expect(sent.replies[0]?.text).not.toMatch(/王大明|13912345678/)
    }
    await reopenLetter(platform, supervisor, third.id, '不是同一工地')
    expect(await getLetter(platform.db, third.id)).toMatchObject({
      status: 'handling',
      duplicateOfId: null,
      repliedOn: null,
    })
  })

  it('late into an answered letter gets its reply at once; never into itself or nothing', async () => {
    const main = await answered({ body: '公积金怎样提取，请告知' })
    const late = await send({ body: '公积金怎样提取，请告知！' })
    expect((await readLetter(platform, desk, late.id)).related).toMatchObject([
      { number: main.number, sameWords: true },
    ])
    for (const into of [late.number, 'X2018-99999'])
      await expect(mergeLetter(platform, desk, late.id, into)).rejects.toEqual(refused('merge_target_wrong'))
    await mergeLetter(platform, desk, late.id, main.number)
    expect((await readSent(platform, late.id)).replies[0]?.text).toContain('请到窗口办理')
  })
})

describe('the sender', () => {
  it('takes the name back: it is gone from the sealed original, and the letter goes on', async () => {
    const { id } = await send({
      author: '李小红',
      telephone: '13900139000',
      body: '我是李小红，电话13900139000，请答复',
    })
    await withdrawName(platform, id)
    const original = await readOriginal(platform, desk, id)
    expect(original).toMatchObject({ author: '', telephone: '', email: '' })
    expect(original.body).not.toMatch(/李小红|13900139000/)
    await expect(withdrawName(platform, id)).rejects.toEqual(refused('name_withdrawn_already'))
    await answerLetter(platform, both(), id)
  })

  it('takes an answered letter back from the public; one that never was public needs none', async () => {
    const open = await answered({}, true)
    await withdrawLetter(platform, open.id)
    expect(await getLetter(platform.db, open.id)).toMatchObject({ released: false, consents: false })
    const closed = await answered({ consent: 'no' })
    await expect(withdrawLetter(platform, closed.id)).rejects.toEqual(refused('nothing_to_withdraw'))
  })
})
