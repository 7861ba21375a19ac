import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { publishMany } from '#publishing'
import type { Office } from './contacts/letter-life.ts'
import { makeYear } from './contacts/make-year.ts'
import { makeTaxonomy } from './contacts/taxonomy.ts'
import { makeAnswers } from './make-answers.ts'
import { type DemoYear, planYear, type Setting, type Slot, writeItem } from './make-items.ts'
import { makeOrganisation } from './make-organisation.ts'
import { makeReport } from './make-report.ts'
import { makeRequests } from './make-requests.ts'
import { makeSections } from './make-sections.ts'
import { makeStaff } from './make-staff.ts'
import { layDesk } from './work/desk.ts'
import { linkPolicies } from './work/link-policies.ts'
import { showAnswers } from './work/public-log.ts'
import { stories, storiesBySection, tellStories } from './work/stories.ts'

const itemsPerTransaction = 1000
/** While one batch is being written by the database, the next is made here. */
const batchesAtOnce = 2

/** Fills an empty database with a simulated bureau's 2017 and 2018, and with what lies on its desks today. The site says on every page that it is simulated. */
export async function makeDemonstration(platform: Platform): Promise<number> {
  const bureau = await makeBureau(platform)
  const years = ([2017, 2018] as const).map((year) => ({
    year,
    slots: planYear(year, bureau.calendar, year === 2018 ? storiesBySection() : new Map()),
  }))
  const total = years.reduce((sum, { slots }) => sum + slots.length, 0)
  let done = 0
  const publishing = async () => {
    for (const { year, slots } of years)
      await publishYear(platform, bureau, year, slots, (count) => {
        done += count
        process.stderr.write(`\r${done} of ${total} items`)
      })
    process.stderr.write('\n')
  }
  // Letters and calls are other people's work: they are told beside the items.
  const answering = async () => makeYear(platform, bureau, await makeAnswers(platform, bureau.people))
  await Promise.all([publishing(), answering()])
  await tellStories(platform, bureau)
  await linkPolicies(platform, bureau.people)
  await showAnswers(platform, bureau.people)
  await layDesk(platform, bureau)
  await makeReport(platform, bureau.people)
  return total + stories.length
}

async function departmentIds(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('departments').select(['code', 'id']).execute()
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function makeBureau(platform: Platform): Promise<Setting & Office> {
  return platform.inTransaction(async (tx) => {
    const settings = {
      siteName: '江州市财政局',
      hostName: '江州市财政局（模拟）',
      siteDomain: 'www.jiangzhou.example',
      siteIdCode: '0000000000',
      address: '江州市演示路1号（模拟）',
      telephone: '000-85550100',
      fax: '000-85550199',
      email: 'gongkai@jiangzhou.example',
      icpNumber: '演示备案号（模拟）',
      policeNumber: '演示公安备案号（模拟）',
      disclosureOffice: '江州市财政局办公室（模拟）',
      officeHours: '工作日 9:00-12:00，14:00-17:30',
      reviewAuthority: '江州市人民政府（模拟）',
      reviewOnline: 'https://fuyi.jiangzhou.example（模拟）',
      court: '江州市临江区人民法院（模拟）',
      weiboUrl: 'https://weibo.example/jiangzhou',
      wechatUrl: 'https://wechat.example/jiangzhou',
      simulated: true,
    }
    await tx
      .insertInto('agency')
      .values({ settings: JSON.stringify(settings) })
      .execute()
    const people = await makeStaff(tx)
    await makeOrganisation(platform, tx)
    await makeRequests(platform, tx)
    return {
      people,
      sections: await makeSections(tx),
      calendar: await workingCalendar(tx),
      topics: await makeTaxonomy(tx),
      departments: await departmentIds(tx),
    }
  })
}

/** In order of time, so that index numbers run with the days. */
async function publishYear(
  platform: Platform,
  bureau: Setting,
  year: DemoYear,
  slots: readonly Slot[],
  tell: (count: number) => void,
): Promise<void> {
  const running: Promise<void>[] = []
  for (let from = 0; from < slots.length; from += itemsPerTransaction) {
    const items = slots.slice(from, from + itemsPerTransaction).map((slot) => writeItem(slot, year, bureau))
    if (running.length === batchesAtOnce) await running.shift()
    running.push(
      platform
        .inTransaction((tx) => publishMany(tx, items, platform.clock.now()))
        .then(() => tell(items.length)),
    )
  }
  await Promise.all(running)
}
