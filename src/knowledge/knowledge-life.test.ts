import { beforeAll, describe, expect, it } from 'vitest'
import { keepLetters } from '#letters'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { entryInput, entryListQuery } from './contract.ts'
import { knowledgeDesk } from './desk.ts'
import { digestJob } from './digest/digest-job.ts'
import { groupsOf, makeDigest } from './digest/make-digest.ts'
import { readDigest, readDigests, readWeek } from './digest/read-digest.ts'
import { reviewEntry } from './entries/decide-entry.ts'
import { mergeEntry } from './entries/merge-entries.ts'
import { readEntries, readWaiting } from './entries/read-entries.ts'
import { readOrigin } from './entries/read-origin.ts'
import { getEntry } from './entries/store.ts'
import { suspendStale } from './entries/suspend-stale.ts'
import { writeEntry } from './entries/write-entry.ts'

let platform: Platform
let writer: Staff
let reviewer: Staff
const at = new Date('2018-06-04T01:00:00Z')
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform()
  writer = await testStaff(platform, 'correspondence_officer')
  reviewer = await testStaff(platform, 'supervisor')
})

async function entry(question: string, more: object = {}, reviewed = true): Promise<number> {
  const input = entryInput.parse({
    topic: '补助',
    question,
    answer: `${question}：请到窗口办理。`,
    audience: 'public',
    ...more,
  })
  const { id } = await writeEntry(platform, writer, input)
  if (reviewed) await reviewEntry(platform, reviewer, id)
  return id
}
const call = (words: string, more: object = {}) =>
  platform.db
    .insertInto('calls')
    .values({
      called_at: platform.clock.now(),
      on_day: day('2018-06-13'),
      kind: 'policy_consultation',
      content_sealed: Buffer.from('sealed'),
      content_masked: words,
      answer: '请到窗口办理。',
      outcome: 'answered',
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

describe('two entries that say the same', () => {
  it('become one: the other learns to be asked so, and its readers are led on', async () => {
    const [id, into] = [
      await entry('补助款怎么申领', { variants: ['补助去哪里领'] }),
      await entry('怎样申请补助'),
    ]
    await mergeEntry(platform, reviewer, id, into)
    expect(await getEntry(platform.db, into)).toMatchObject({
      variants: ['补助款怎么申领', '补助去哪里领'],
      status: 'draft',
      writtenBy: reviewer.id,
    })
    expect(await getEntry(platform.db, id)).toMatchObject({ status: 'retired', mergedIntoId: into })
    // New ways to ask are new words: whoever merged them is not their second reader.
    await expect(reviewEntry(platform, reviewer, into)).rejects.toEqual(refused('own_words'))
    const app = await createApp(platform)
    expect((await app.inject(`/answers/${id}`)).statusCode).toBe(404)
    await reviewEntry(platform, await testStaff(platform, 'supervisor'), into)
    const answer = await app.inject(`/answers/${id}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([301, `/answers/${into}`])
  })
  it('stay in use when nothing new is learned', async () => {
    const [id, into] = [
      await entry('退款多久到账'),
      await entry('退款到账时间', { variants: ['退款多久到账'] }),
    ]
    await mergeEntry(platform, reviewer, id, into)
    expect(await getEntry(platform.db, into)).toMatchObject({ status: 'reviewed' })
  })
  it('are refused by the writer, with itself, into one that is not in use, and twice', async () => {
    const [id, into] = [await entry('年检怎么办'), await entry('年检材料', {}, false)]
    await expect(mergeEntry(platform, writer, id, into)).rejects.toEqual(refused('not_allowed'))
    await expect(mergeEntry(platform, reviewer, id, id)).rejects.toEqual(refused('merged_into_itself'))
    await expect(mergeEntry(platform, reviewer, id, into)).rejects.toEqual(refused('merged_into_unused'))
    await reviewEntry(platform, reviewer, into)
    await mergeEntry(platform, reviewer, id, into)
    await expect(mergeEntry(platform, reviewer, id, into)).rejects.toEqual(refused('entry_move'))
  })
})

describe('an entry past its day', () => {
  it('is suspended with the reason, once, and waits for its owner', async () => {
    const id = await entry('限时政策', { validUntil: '2018-06-20' })
    const later = { ...platform, clock: { ...platform.clock, today: () => day('2018-06-21') } }
    expect(await suspendStale(later)).toBe(1)
    expect(await suspendStale(later)).toBe(0)
    const { status, suspendedBecause } = await getEntry(platform.db, id)
    expect([status, suspendedBecause]).toEqual(['suspended', '已过有效期，请核对后重新送审'])
    await expect(reviewEntry(later, reviewer, id)).rejects.toEqual(refused('valid_until_past'))
    expect((await readWaiting(platform, writer)).suspended).toBe(1)
    const told = await platform.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'knowledge.suspend')
      .execute()
    expect(told).toEqual([{ detail: { because: 'day', owner: writer.id } }])
  })
})

describe('the desk', () => {
  it('tells the reviewer of others’ drafts, the owner of what was suspended, and nobody else anything', async () => {
    await entry('台账口径', {}, false)
    const cards = async (staff: Staff) =>
      (await knowledgeDesk(platform, staff)).map(({ key, count, href }) => [key, count > 0, href])
    expect(await cards(reviewer)).toEqual([['knowledge_drafts', true, '/knowledge?status=draft']])
    expect(await cards(writer)).toEqual([
      ['knowledge_suspended', true, '/knowledge?status=suspended&mine=true'],
    ])
    expect(await cards(await testStaff(platform, 'author'))).toEqual([])
  })
})

describe('an entry of a reply', () => {
  it('begins with the public version, by the number that the letter’s screen shows; not before it is answered', async () => {
    await platform.inTransaction((tx) =>
      keepLetters(platform, tx, [
        {
          id: 'r',
          subject: '年检时间',
          body: '什么时候年检？',
          submitted_at: at,
          reply: '每年三月。',
          replied_at: at,
        },
        { id: 'w', subject: '未答复', body: '请问？', submitted_at: at },
      ]),
    )
    const numbers = await platform.db.selectFrom('letters').select(['import_key', 'number']).execute()
    const numberOf = (key: string) => numbers.find((one) => one.import_key === key)?.number ?? ''
    const begun = { question: '年检时间', answer: '每年三月。', topic: '' }
    for (const entry of [numberOf('r'), 'r'])
      expect(await readOrigin(platform, writer, { corpus: 'letters', entry })).toEqual(begun)
    await expect(readOrigin(platform, writer, { corpus: 'letters', entry: numberOf('w') })).rejects.toEqual(
      refused('not_found'),
    )
  })
})

describe('an entry of a call', () => {
  it('begins with its masked words and keeps where it came from; reading is on the record', async () => {
    const { id } = await call('公积金贷款额度怎么算', { topic: '公积金' })
    const origin = { corpus: 'calls' as const, entry: String(id) }
    expect(await readOrigin(platform, writer, origin)).toEqual({
      question: '公积金贷款额度怎么算',
      answer: '请到窗口办理。',
      topic: '公积金',
    })
    const made = await entry('公积金贷款额度怎么算', { origin })
    const row = await platform.db
      .selectFrom('knowledge_entries')
      .select(['from_corpus', 'from_entry'])
      .where('id', '=', made)
      .executeTakeFirst()
    expect(row).toEqual({ from_corpus: 'calls', from_entry: String(id) })
    await expect(readOrigin(platform, writer, { corpus: 'calls', entry: '999999' })).rejects.toEqual(
      refused('not_found'),
    )
    await expect(readOrigin(platform, reviewer, origin)).rejects.toEqual(refused('not_allowed'))
  })
})

describe('the digest', () => {
  it('puts alike questions together, most first, singles last', () => {
    const words = [
      '会计证书在哪里领取，需要带什么',
      '会计证书领取要带什么材料',
      '路灯不亮了',
      '会计证书在哪里领取',
    ]
    const groups = groupsOf(
      words.map((text, at) => ({ corpus: 'calls', entry: String(at), title: text, words: text })),
    )
    expect(groups).toEqual([
      { title: words[0], count: 3, entries: expect.arrayContaining([{ corpus: 'calls', entry: '0' }]) },
      { title: '路灯不亮了', count: 1, entries: [{ corpus: 'calls', entry: '2' }] },
    ])
  })
  it('says what was asked, what has no entry and what was used; only in its days', async () => {
    const known = await entry('契税补贴怎么申请', {
      answer: '契税补贴请在购房后一年内到窗口申请，携带购房合同。',
    })
    for (const end of ['？', '，要哪些材料'])
      await call(`购房契税补贴怎么申请${end}`, { from_corpus: 'entries', from_entry: String(known) })
    for (const end of ['', '，谢谢']) await call(`小区门口的路灯坏了很久没有人修${end}`)
    await call('停车场夜间能不能进去')
    await call('另一周的问题：小区门口的路灯坏了很久没有人修', { on_day: day('2018-05-01') })
    const digest = await makeDigest(platform, { from: day('2018-06-11'), until: day('2018-06-17') })
    const titles = (groups: { title: string; count: number }[]) =>
      groups.map(({ title, count }) => [title.slice(0, 6), count])
    expect(titles(digest.unanswered)).toContainEqual(['小区门口的路', 2])
    expect(titles(digest.unanswered)).toContainEqual(['停车场夜间能', 1])
    expect(titles(digest.most).map(([title]) => title)).not.toContain('停车场夜间能')
    expect(titles(digest.unanswered).map(([title]) => title)).not.toContain('购房契税补贴')
    expect(titles(digest.most)).toContainEqual(['购房契税补贴', 2])
    expect(digest.used).toEqual([
      { id: known, question: '契税补贴怎么申请', times: 2, calls: 2, talks: 0, letters: 0 },
    ])
    const { items } = await readEntries(platform, writer, entryListQuery.parse({ words: '契税' }))
    expect(items.map(({ attention }) => attention)).toEqual([2])
  })
  it('is kept once a week, and made for any period up to three months', async () => {
    await digestJob.run(platform, undefined as never)
    await digestJob.run(platform, undefined as never)
    const { items } = await readDigests(platform, reviewer)
    expect(items).toHaveLength(1)
    // Monday to Sunday, whatever day the job runs on.
    expect(items[0]).toMatchObject({ from: '2018-06-04', until: '2018-06-10', questions: expect.any(Number) })
    expect(await readWeek(platform, reviewer, day('2018-06-04'))).toMatchObject({ until: '2018-06-10' })
    await expect(readWeek(platform, reviewer, day('2018-06-05'))).rejects.toEqual(refused('not_found'))
    for (const [from, until] of [
      ['2018-06-02', '2018-06-01'],
      ['2018-01-01', '2018-06-01'],
    ])
      await expect(
        readDigest(platform, reviewer, { from: day(from ?? ''), until: day(until ?? '') }),
      ).rejects.toEqual(refused('digest_period'))
  })
})

describe('the routes', () => {
  it('answer writers and reviewers only', async () => {
    const app = await createApp(platform)
    const author = await signedIn(app, platform, 'author')
    const officer = await signedIn(app, platform, 'correspondence_officer')
    for (const url of [
      'topics',
      'work',
      'owners',
      'policies?words=x',
      'digests',
      'digest?from=2018-06-01&until=2018-06-15',
    ]) {
      const get = async (who: typeof author) =>
        (await app.inject({ url: `/api/staff/knowledge/${url}`, headers: who.headers })).statusCode
      expect([await get(author), await get(officer)]).toEqual([403, 200])
    }
  })
})
