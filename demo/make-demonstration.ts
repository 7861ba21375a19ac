import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { publishMany } from '#publishing'
import { makeAnswers } from './make-answers.ts'
import { makeCalls } from './make-calls.ts'
import { type DemoYear, planYear, type Setting, type Slot, writeItem } from './make-items.ts'
import { makeLetters } from './make-letters.ts'
import { makeOrganisation } from './make-organisation.ts'
import { makeRequests } from './make-requests.ts'
import { makeSections } from './make-sections.ts'
import { makeStaff } from './make-staff.ts'
import { layDesk } from './work/desk.ts'
import { linkPolicies } from './work/link-policies.ts'
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
  for (const { year, slots } of years)
    await publishYear(platform, bureau, year, slots, (count) => {
      done += count
      process.stderr.write(`\r${done} of ${total} items`)
    })
  process.stderr.write('\n')
  await tellStories(platform, bureau)
  await linkPolicies(platform, bureau.people)
  await makeAnswers(platform, bureau.people)
  await layDesk(platform, bureau)
  return total + stories.length
}

async function makeBureau(platform: Platform): Promise<Setting> {
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
    await makeLetters(platform, tx)
    await makeCalls(platform, tx)
    return { people, sections: await makeSections(tx), calendar: await workingCalendar(tx) }
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
