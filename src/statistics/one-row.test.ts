import { beforeAll, expect, it } from 'vitest'
import { callKinds } from '#hotline'
import type { Platform } from '#platform'
import { day, instantOf } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { publishedFact, repealedFact, sectionInGroup } from './builders.ts'
import { figureOf, type Indicator, indicators, rowsOf, yearPeriod } from './index.ts'

type Moves = Record<string, number>
type Row = { what: string; add: (platform: Platform) => Promise<unknown>; moves: Moves }
const year = yearPeriod(2018)
let platform: Platform
let plain: number

const article = (what: string, given: { group?: string; kind?: string; channel?: string }, moves: Moves) => ({
  what,
  add: async (on: Platform) => {
    const section = given.group
      ? await sectionInGroup(on, given.group.replaceAll('_', '-'), given.group)
      : plain
    const { kind = 'general', channel = 'website' } = given
    await publishedFact(on, section, { on: '2018-05-05', kind, channels: [channel] })
  },
  moves: {
    'publications.total': 1,
    'publications.growth_percent': 100, // two after one, where it was one after one
    'disclosure.total': 1,
    'disclosure.distinct': 1,
    [`disclosure.${given.channel ?? 'website'}`]: 1,
    ...moves,
  },
})

/** Received on Monday 5 March; the one that is there already took five working days. */
const request =
  (channel: string, answered: string | null, { extended = false, inTime = true } = {}) =>
  async (on: Platform) => {
    const { id } = await on.db
      .insertInto('foi_requests')
      .values({
        number: `r-${channel}-${answered}`,
        channel,
        applicant_kind: 'natural_person',
        status: answered ? 'answered' : 'handling',
        received_on: day('2018-03-05'),
        answered_on: answered === null ? null : day(answered),
        outcome: answered && 'granted',
        closed_in_time: answered === null ? null : inTime,
        rules: '492',
        description_masked: '申请',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const event = { request_id: id, kind: 'extension', on_day: day('2018-03-06') }
    if (extended) await on.db.insertInto('foi_events').values(event).execute()
  }
const answeredRequest = {
  'foi.received': 1,
  'foi.received.letter': 1,
  'foi.replied': 1,
  'foi.received_and_replied': 1,
  'foi.mean_handling_working_days': 1, // five and seven
}
/** Paid on a request that is there already: 700 yuan as noticed, or costs of their own. */
const paid = (kind: 'fee_paid' | 'costs_paid') => async (on: Platform) => {
  const { id } = await on.db.selectFrom('foi_requests').select('id').executeTakeFirstOrThrow()
  const event = (name: string, on_day: string, detail: object) => ({
    request_id: id,
    kind: name,
    on_day: day(on_day),
    detail: JSON.stringify(detail),
  })
  const notice = event('fee_notice', '2017-12-28', { amount: 700 })
  const own = kind === 'costs_paid' ? { amount: 12.34 } : {}
  await on.db
    .insertInto('foi_events')
    .values([notice, event(kind, '2018-01-04', own)])
    .execute()
}
const remedy = (kind: string) => (on: Platform) =>
  on.db
    .insertInto('foi_remedies')
    .values({ kind, filed_on: day('2018-03-01') })
    .execute()

const letter = (mailbox: string, replied: string | null) => (on: Platform) =>
  on.db
    .insertInto('letters')
    .values({
      number: `l-${mailbox}-${replied}`,
      mailbox,
      status: replied ? 'replied' : 'handling',
      original_sealed: Buffer.from('sealed'),
      subject_public: '来信',
      body_public: '',
      submitted_at: instantOf(day('2018-03-05'), '09:00'),
      received_on: day('2018-03-05'),
      replied_on: replied === null ? null : day(replied),
      replied_at: replied === null ? null : instantOf(day(replied), '09:00'),
      reply_public: replied ? '答复' : '',
      closed_on: replied === null ? null : day(replied),
    })
    .execute()

const call = (kind: string) => (on: Platform) =>
  on.db
    .insertInto('calls')
    .values({
      called_at: instantOf(day('2018-06-13'), '09:00'),
      on_day: day('2018-06-13'),
      kind,
      content_sealed: Buffer.from('sealed'),
      content_masked: '来电',
      answer: '请到窗口办理。',
      outcome: 'answered',
    })
    .execute()

const talk = (more: object) => (on: Platform) =>
  on.db
    .insertInto('chat_talks')
    .values({
      number: 'T2018-00001',
      opened_at: instantOf(day('2018-06-13'), '09:00'),
      on_day: day('2018-06-13'),
      question_masked: '提问',
      submission_key: 'one row',
      last_said_at: instantOf(day('2018-06-13'), '09:00'),
      citizen_seen_at: instantOf(day('2018-06-13'), '09:00'),
      ...more,
    })
    .execute()

const table: Row[] = [
  article('an article', {}, {}),
  ...['weibo', 'wechat', 'gazette', 'other'].map((channel) => article(`one on ${channel}`, { channel }, {})),
  article('a headline', { group: 'finance_headlines' }, { 'publications.finance_headline_columns': 1 }),
  article('a repost', { group: 'reposted_headlines' }, { 'publications.reposted_headline_columns': 1 }),
  article(
    'an affair',
    { group: 'government_affairs' },
    { 'publications.government_affairs_columns': 1, 'publications.government_affairs_column_count': 1 },
  ),
  article(
    'a feature',
    { group: 'finance_statistics_and_features' },
    { 'publications.finance_statistics_and_features': 1 },
  ),
  article(
    'a normative document',
    { kind: 'normative_document' },
    { 'policy.normative_documents': 1, 'policy.normative_in_force': 1, 'policy.normative_public': 1 },
  ),
  {
    what: 'a document of an earlier year, repealed',
    add: async (on) => {
      const id = await publishedFact(on, plain, { on: '2016-05-05', kind: 'normative_document' })
      await repealedFact(on, id, '2018-01-01')
    },
    moves: { 'policy.normative_repealed': 1, 'policy.normative_public': 1 },
  },
  article('an interpretation', { kind: 'interpretation' }, { 'policy.interpretations': 1 }),
  article('a response', { kind: 'public_concern_response' }, { 'response.public_concerns': 1 }),
  ...['in_person', 'fax', 'internet', 'letter'].map((channel) => ({
    what: `an open request by ${channel}`,
    add: request(channel, null),
    moves: { 'foi.received': 1, [`foi.received.${channel}`]: 1, 'foi.reply_rate_percent': -50 },
  })),
  {
    what: 'an answered request',
    add: request('letter', '2018-03-14'),
    moves: { ...answeredRequest, 'foi.closed_in_time': 1 },
  },
  {
    what: 'an extended request',
    add: request('letter', '2018-03-14', { extended: true }),
    moves: { ...answeredRequest, 'foi.closed_extended': 1 },
  },
  ...[true, false].map((extended) => ({
    what: extended ? 'an extended request answered late' : 'a request answered late',
    add: request('letter', '2018-03-14', { extended, inTime: false }),
    moves: { ...answeredRequest, 'foi.closed_overdue': 1 },
  })),
  { what: 'a fee that was asked for', add: paid('fee_paid'), moves: { 'foi.fees_charged_yuan': 700 } },
  { what: 'costs of copies', add: paid('costs_paid'), moves: { 'foi.fees_charged_yuan': 12.34 } },
  { what: 'a complaint', add: remedy('complaint'), moves: { 'foi.complaints': 1 } },
  { what: 'a reconsideration', add: remedy('reconsideration'), moves: { 'foi.reconsiderations': 1 } },
  { what: 'a lawsuit', add: remedy('lawsuit_direct'), moves: { 'foi.lawsuits': 1 } },
  ...['director', 'complaints', 'consultation'].map((mailbox) => ({
    what: `an open letter to ${mailbox}`,
    add: letter(mailbox, null),
    moves: { 'letters.received': 1, [`letters.received.${mailbox}`]: 1, 'letters.reply_rate_percent': -50 },
  })),
  {
    what: 'an answered letter',
    add: letter('director', '2018-03-14'),
    moves: {
      'letters.received': 1,
      'letters.received.director': 1,
      'letters.replied': 1,
      'letters.mean_handling_working_days': 1,
      'letters.median_handling_working_days': 1,
    },
  },
  ...callKinds.map((kind) => ({
    what: `a call of ${kind}`,
    add: call(kind),
    moves: { 'hotline.answered': 1, [`hotline.answered.${kind}`]: 1 },
  })),
  { what: 'a talk that waits', add: talk({}), moves: { 'chat.received': 1 } },
  {
    what: 'an answered talk that solved the question',
    add: talk({ first_reply_at: instantOf(day('2018-06-13'), '09:02'), solved: true }),
    moves: {
      'chat.received': 1,
      'chat.answered': 1,
      'chat.answer_rate_percent': 100,
      'chat.median_first_response_minutes': 2,
      'chat.solved': 1,
    },
  },
]

beforeAll(async () => {
  platform = await testPlatform()
  plain = await sectionInGroup(platform, 'plain', 'no_report_group')
  for (const on of ['2017-05-05', '2018-05-05']) await publishedFact(platform, plain, { on })
  await request('internet', '2018-03-12')(platform)
  await letter('consultation', '2018-03-12')(platform)
})

async function state(db: Platform['db']) {
  const found = new Map<string, { figure: number | null; rows: Set<number> }>()
  for (const indicator of indicators) {
    const { items } = await rowsOf(db, indicator, year)
    const figure = await figureOf(db, indicator, year)
    found.set(indicator.key, { figure, rows: new Set(items.map((item) => item.id)) })
  }
  return found
}

/** A share stands on the rows of its part, and the new row may belong to the whole alone. */
const opensTheRow = (indicator: Indicator) => indicator.kind !== 'ratio'

it.each(table)('$what moves exactly its figures, and each of them opens it', async ({ add, moves }) => {
  const undone = new Error('undone: the next row starts from the same state')
  const before = await state(platform.db)
  const trial = platform.db.transaction().execute(async (tx) => {
    await add({ ...platform, db: tx })
    const after = await state(tx)
    const moved: Moves = {}
    for (const { key } of indicators) {
      const change = (after.get(key)?.figure ?? 0) - (before.get(key)?.figure ?? 0)
      if (change !== 0) moved[key] = change
    }
    expect(moved).toEqual(moves)
    for (const indicator of indicators.filter((one) => one.key in moves && opensTheRow(one))) {
      const known = before.get(indicator.key)?.rows
      const fresh = [...(after.get(indicator.key)?.rows ?? [])].filter((id) => !known?.has(id))
      expect([indicator.key, fresh.length]).toEqual([indicator.key, 1])
    }
    throw undone
  })
  await expect(trial).rejects.toBe(undone)
})

it('no registered figure is without a row that moves it', () => {
  const tried = new Set(table.flatMap(({ moves }) => Object.keys(moves)))
  expect(indicators.map(({ key }) => key).filter((key) => !tried.has(key))).toEqual([])
})
