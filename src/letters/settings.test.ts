import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtInNotices, calendarOf, isWorkingDay } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day, day } from '#platform/clock'
import type { App } from '#platform/http'
import { answerLetter, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { type LetterListQuery, letterListQuery } from './contract.ts'
import { readBoard } from './counts/board.ts'
import { handlingTime } from './counts/handling-time.ts'
import { countYear } from './counts/monthly.ts'
import { countWork } from './counts/work.ts'
import { dispatchLetter } from './dispatch-letter.ts'
import { keepLetters } from './import-letters.ts'
import { listLetters } from './letter-list.ts'
import { addTopic, changeTopic } from './topics/edit-topics.ts'
import { importTopics } from './topics/import-topics.ts'
import { listTopics } from './topics/store.ts'
import { byId, nameOf } from './topics/topic-tree.ts'
import { wordsQuery } from './words-query.ts'

let platform: Platform
let app: App
let officer: Staff
let supervisor: Staff
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  officer = await testStaff(platform, 'correspondence_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const topic = (more: object) => ({ parentId: null, name: '供暖', answerWithin: null, inUse: true, ...more })

describe('topics', () => {
  it('a set of its own comes with the system, three levels deep', async () => {
    const topics = await listTopics(platform.db)
    expect(new Set(topics.map(({ level }) => level))).toEqual(new Set([1, 2, 3]))
    const deep = topics.find(({ name }) => name === '未到账')
    expect(nameOf(byId(topics), deep?.id ?? null)).toBe('资金与补贴 / 发放 / 未到账')
  })

  it('are edited by who configures, not by others; never twice, never four levels', async () => {
    await expect(addTopic(platform, officer, topic({}))).rejects.toEqual(refused('not_allowed'))
    const { id } = await addTopic(platform, supervisor, topic({}))
    await expect(addTopic(platform, supervisor, topic({}))).rejects.toEqual(refused('topic_exists'))
    await expect(addTopic(platform, supervisor, topic({ parentId: 999_999 }))).rejects.toEqual(
      refused('topic_unknown'),
    )
    const { id: second } = await addTopic(platform, supervisor, topic({ parentId: id, name: '温度' }))
    const { id: third } = await addTopic(platform, supervisor, topic({ parentId: second, name: '不达标' }))
    await expect(addTopic(platform, supervisor, topic({ parentId: third }))).rejects.toEqual(
      refused('topic_too_deep'),
    )
    await changeTopic(platform, supervisor, second, { name: '室温', answerWithin: 3, inUse: true })
    const taken = { name: '政策咨询', answerWithin: null, inUse: true }
    await expect(changeTopic(platform, supervisor, id, taken)).rejects.toEqual(refused('topic_exists'))
    await expect(changeTopic(platform, supervisor, 999_999, taken)).rejects.toEqual(refused('topic_unknown'))
  })

  it('come from a file of three columns; what is there already stays', async () => {
    const file =
      '﻿level1,level2,level3\n交通,公交,线路\n交通,公交,站点\n交通,停车,\n政策咨询,政策解释,文件含义\n'
    expect(await importTopics(platform, supervisor, file)).toEqual({ added: 5 })
    expect(await importTopics(platform, supervisor, file)).toEqual({ added: 0 })
    for (const wrong of ['a,b\n1,2', '', '"'])
      await expect(importTopics(platform, supervisor, wrong)).rejects.toEqual(refused('topic_file_wrong'))
  })
})

describe('mailboxes', () => {
  const settings = {
    name: '企业信箱',
    description: '企业反映问题。',
    answer_within: 3,
    accept_within: 1,
    warn_before: 1,
    follow_up_within: 5,
    objections_within: 15,
    attachments_most: 0,
    name_required: true,
    phone_required: false,
    in_use: true,
  }
  it('are added, changed and taken out of use over the API by who configures', async () => {
    const url = '/api/staff/letters/mailboxes'
    const { headers } = await signedIn(app, platform, 'supervisor')
    const add = () => app.inject({ method: 'POST', url, headers, payload: { key: 'business', ...settings } })
    expect((await add()).statusCode).toBe(201)
    expect((await add()).json().code).toBe('mailbox_exists')
    expect((await sendLetter(platform, { mailbox: 'business', telephone: '' })).dueOn).toBe('2018-06-21')
    const change = (key: string, more: object, as = headers) =>
      app.inject({ method: 'PUT', url: `${url}/${key}`, headers: as, payload: { ...settings, ...more } })
    expect((await change('business', { in_use: false })).statusCode).toBe(204)
    expect((await change('none', {})).json().code).toBe('mailbox_unknown')
    expect((await change('business', { answer_within: 0 })).statusCode).toBe(400)
    const other = await signedIn(app, platform, 'correspondence_officer')
    expect((await change('business', {}, other.headers)).statusCode).toBe(403)
    await expect(sendLetter(platform, { mailbox: 'business' })).rejects.toEqual(refused('mailbox_unknown'))
    expect((await app.inject('/letters/new')).body).not.toContain('企业信箱')
  })
})

describe('the list', () => {
  const list = (query: Partial<LetterListQuery>, limit?: number) =>
    listLetters(platform, officer, { ...letterListQuery.parse({}), ...query }, limit)

  it('filters, searches in masked words, and pages in both orders without losing a row', async () => {
    const { id, number } = await sendLetter(platform, { subject: '供热管道漏水问题', mailbox: 'director' })
    await sendLetter(platform, { mailbox: 'complaints' })
    expect((await list({ text: '管道漏水' })).items.map((row) => row.id)).toEqual([id])
    expect((await list({ text: number.toLowerCase() })).items.map((row) => row.id)).toEqual([id])
    expect((await list({ text: '！' })).items).toEqual([])
    expect((await list({ mailbox: 'director' })).items[0]?.mailboxName).toBe('局长信箱')
    for (const order of ['newest', 'due'] as const) {
      const all = (await list({ order })).items.map((row) => row.id)
      const paged: number[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const page: Awaited<ReturnType<typeof list>> = await list({ order, after: after ?? undefined }, 2)
        paged.push(...page.items.map((row) => row.id))
        after = page.next
      }
      expect(paged).toEqual(all)
      expect(all.length).toBeGreaterThan(2)
    }
  })

  it('is exported as CSV and XLSX, safe for spreadsheets', async () => {
    await sendLetter(platform, { subject: '=HYPERLINK("x")咨询' })
    const { headers } = await signedIn(app, platform, 'supervisor')
    const csv = await app.inject({ url: '/api/staff/letters/export?format=csv', headers })
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")咨询"`)
    const xlsx = await app.inject({ url: '/api/staff/letters/export?format=xlsx', headers })
    const [sheet] = await readXlsxFile(xlsx.rawPayload)
    expect(sheet?.data[0]?.[0]).toBe('编号')
    expect(sheet?.data.length).toBe(csv.body.trim().split('\n').length)
  })

  it.each([
    ['政策 补助', `'政策' & '补助'`],
    ['怎样申请', `'怎样' & '样申' & '申请'`],
    ['水', `'水':*`],
    ['A1 区', `'a1':* & '区':*`],
    ['！', undefined],
  ])('looks for %s as %s', (text, query) => expect(wordsQuery(text)).toBe(query))
})

describe('counts', () => {
  it('rate and time of each department, and what waits for a person', async () => {
    const { id: departmentId } = await platform.db
      .insertInto('departments')
      .values({ code: 'b', name: '预算处', position: 1 })
      .returning('id')
      .executeTakeFirstOrThrow()
    const handler = { ...(await testStaff(platform, 'correspondence_officer')), departmentId }
    for (let at = 0; at < 3; at += 1) {
      const { id } = await sendLetter(platform)
      await dispatchLetter(platform, officer, id, { main: departmentId, assisting: [], note: '' })
      if (at === 0) await answerLetter(platform, { officer: handler, supervisor }, id)
    }
    // Taken over without a day of its own: neither in time nor late.
    const imported = { mailbox: 'consultation', subject: '旧信', body: '内容', reply: '答复' }
    const at = {
      submitted_at: new Date('2018-06-01T09:00:00Z'),
      replied_at: new Date('2018-06-15T09:00:00Z'),
    }
    await platform.inTransaction((tx) => keepLetters(platform, tx, [{ id: 'old', ...imported, ...at }]))
    await platform.db
      .updateTable('letters')
      .set({ department_id: departmentId })
      .where('import_key', '=', 'old')
      .execute()
    const period = { from: day('2018-01-01'), to: day('2018-12-31') }
    const board = await readBoard(platform, supervisor, period)
    expect(board.find((row) => row.departmentId === departmentId)).toMatchObject({
      department: '预算处',
      received: 4,
      replied: 2,
      inTime: 1,
      open: 2,
      ratePercent: 50,
      inTimePercent: 100,
    })
    expect((await countWork(platform, handler)).letters_mine).toBe(2)
    await expect(readBoard(platform, await testStaff(platform, 'author'), period)).rejects.toEqual(
      refused('not_allowed'),
    )
  })

  it('a year for the public: months of receipt, mean and median by the calendar, checked by walking day by day', async () => {
    const other = await testPlatform({ now: '2020-03-02T10:00:00+08:00' })
    const calendar = calendarOf(builtInNotices)
    const pairs = Array.from({ length: 40 }, (_, at) => {
      const from = addDays(day('2019-01-03'), at * 8)
      return [from, addDays(from, (at * 5) % 27)] as const
    })
    const rows = pairs.map(([from, to], at) => ({
      id: String(at),
      subject: '咨询',
      body: '内容',
      submitted_at: new Date(`${from}T09:00:00+08:00`),
      reply: '答复内容',
      replied_at: new Date(`${to}T17:00:00+08:00`),
      mailbox: at % 2 ? 'director' : 'consultation',
      topic: undefined,
      author: undefined,
    }))
    await other.inTransaction((tx) => keepLetters(other, tx, rows))
    const walked = pairs
      .map(([from, to]: readonly [Day, Day]) => {
        let days = 0
        for (let on = addDays(from, 1); on <= to; on = addDays(on, 1))
          if (isWorkingDay(calendar, on)) days += 1
        return days
      })
      .sort((a, b) => a - b)
    const counted = await countYear(other.db, 2019)
    expect(counted.time).toEqual({
      mean: Math.round((walked.reduce((a, b) => a + b) / 40) * 10) / 10,
      median: Math.round((((walked[19] ?? 0) + (walked[20] ?? 0)) / 2) * 10) / 10,
    })
    expect(counted.months.reduce((sum, month) => sum + month.received, 0)).toBe(40)
    expect(counted.mailboxes).toEqual([
      { name: '局长信箱', received: 20, replied: 20 },
      { name: '咨询投诉', received: 20, replied: 20 },
    ])
    const page = await (await createApp(other)).inject('/letters/statistics')
    expect(page.body).toContain('2019年来信统计')
    expect(handlingTime(calendar, [])).toEqual({ mean: null, median: null })
  })
})
