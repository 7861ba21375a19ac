import { endEntry, makeWeeklyDigest, reviewEntry, solveQuestion, writeEntry } from '#knowledge'
import { entryInput } from '#knowledge/contract'
import type { Platform } from '#platform'
import { addDays, type Day, instantOf, weekdayOf } from '#platform/clock'
import type { Bureau } from '../make-staff.ts'
import { randomFrom, whole } from '../writing/random.ts'
import { later, on } from './hands.ts'

const policies = 4
const weeks = 3
const mostReaders = 7

/** Entries that rest on documents, readers whose question was solved, and what waits on the desks of those who write and review. */
export async function leaveAnswers(platform: Platform, people: Bureau, days: readonly Day[]): Promise<void> {
  await restOnPolicies(platform, people)
  await countReaders(platform)
  await leaveWork(platform, people, days)
  const today = platform.clock.today()
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  for (let week = weeks - 1; week >= 0; week -= 1)
    await makeWeeklyDigest(on(platform, instantOf(addDays(monday, -7 * week), '06:30')))
}

/** As documents stand today. */
async function restOnPolicies(platform: Platform, people: Bureau) {
  const documents = await platform.db
    .selectFrom('published_articles')
    .select(['article_id', 'title', 'published_at'])
    .where('document_kind', '=', 'normative_document')
    .where('state', '=', 'live')
    .where('effectiveness', '=', 'in_force')
    .orderBy('published_at', 'desc')
    .limit(policies)
    .execute()
  for (const { article_id, title, published_at } of documents) {
    const entry = entryInput.parse({
      topic: '信息公开',
      question: `《${title}》从什么时候起施行，找谁咨询？`,
      variants: [`${title}什么时候开始执行`],
      answer: '施行日期见文件末条，对执行中的问题可以致电本局咨询电话或者写信到“咨询投诉”信箱。（模拟答复）',
      audience: 'public',
      sources: [article_id],
    })
    const { id } = await writeEntry(on(platform, later(published_at, 1440)), people.the('letters'), entry)
    await reviewEntry(on(platform, later(published_at, 2880)), people.the('supervisor'), id)
  }
}

/** Some answers help more people than others. No network begins with 192.0.2. */
async function countReaders(platform: Platform) {
  const random = randomFrom(77)
  const rows = await platform.db
    .selectFrom('knowledge_entries')
    .select('id')
    .where('audience', '=', 'public')
    .orderBy('id')
    .execute()
  for (const { id } of rows)
    for (let reader = whole(random, 0, mostReaders); reader > 0; reader -= 1)
      await solveQuestion(platform, id, `192.0.2.${reader}`)
}

/** One entry waits for its second reader, one will expire, one was taken out of use. */
async function leaveWork(platform: Platform, people: Bureau, days: readonly Day[]) {
  const at = instantOf(days.at(-2) as Day, '15:30')
  const then = on(platform, at)
  const write = async (question: string, answer: string, more: object = {}) => {
    const entry = entryInput.parse({ topic: '会计管理', question, answer: `${answer}（模拟答复）`, ...more })
    return (await writeEntry(then, people.the('hotline'), entry)).id
  }
  await write('会计考试准考证在哪里打印？', '准考证在考前十日起从报名系统打印，本站“公告公示”栏目有链接。', {
    audience: 'public',
  })
  const expiring = await write(
    '今年会计考试什么时候报名？',
    '报名时间见本站“公告公示”栏目的通知，逾期不能补报。',
    {
      audience: 'public',
      validUntil: addDays(platform.clock.today(), 9),
    },
  )
  const suspended = await write('会计人员可以跨省调转吗？', '可以，在系统提交申请，由转出地和转入地审核。')
  for (const id of [expiring, suspended])
    await reviewEntry(on(platform, later(at, 60)), people.the('supervisor'), id)
  await endEntry(
    on(platform, later(at, 90)),
    people.the('letters'),
    suspended,
    'suspend',
    '系统升级，办理方式有变，请核对',
  )
}
