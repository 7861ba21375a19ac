import { record } from '#audit'
import type { Command, Module, Platform } from '#platform'
import { publishMany } from '#publishing'
import { readAgency } from '#site'
import { makeCalls } from './make-calls.ts'
import { makeItems } from './make-items.ts'
import { makeLetters } from './make-letters.ts'
import { makeRequests } from './make-requests.ts'
import { makeSections } from './make-sections.ts'
import { accountsText, makeStaff } from './make-staff.ts'

const itemsPerTransaction = 1000

/** Fills an empty database with a simulated bureau's 2017 and 2018. The site says on every page that it is simulated. */
export async function makeDemonstration(platform: Platform): Promise<number> {
  const ids = await platform.inTransaction(async (tx) => {
    const settings = {
      siteName: '江州市财政局',
      hostName: '江州市财政局（模拟）',
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
    await makeStaff(tx)
    await makeRequests(platform, tx)
    await makeLetters(platform, tx)
    await makeCalls(platform, tx)
    return makeSections(tx)
  })
  const items = [...makeItems(2017, ids), ...makeItems(2018, ids)]
  for (let from = 0; from < items.length; from += itemsPerTransaction) {
    const batch = items.slice(from, from + itemsPerTransaction)
    await platform.inTransaction(async (tx) => {
      const kept = await publishMany(tx, batch, platform.clock.now())
      if (kept.length) await platform.cache.touch(tx, ['*'])
      const actor = { kind: 'system', name: 'demonstration' } as const
      for (const item of kept)
        record(tx, { actor, action: 'publishing.import', subject: { kind: 'article', id: item.articleId } })
    })
    process.stderr.write(`\r${from + batch.length} of ${items.length} items`)
  }
  process.stderr.write('\n')
  return items.length
}

const demoCommand: Command = {
  name: 'demo',
  usage: 'demo',
  summary: 'fill an empty database with a simulated bureau of 2017 and 2018',
  run: async (platform) => {
    const any = await platform.db.selectFrom('sections').select('id').limit(1).executeTakeFirst()
    if (any) {
      process.stderr.write('gongkai: the database is not empty; the demonstration needs an empty one\n')
      return 1
    }
    process.stdout.write(`${await makeDemonstration(platform)}\n`)
    return 0
  },
}

/** `npm start` shows a bureau at once: fills the database when nothing is in it, and names the accounts. */
export async function loadDemonstrationOnce(platform: Platform): Promise<string | undefined> {
  const [section, agency] = await Promise.all([
    platform.db.selectFrom('sections').select('id').limit(1).executeTakeFirst(),
    readAgency(platform.db),
  ])
  if (!section) await makeDemonstration(platform)
  return !section || agency.simulated ? accountsText : undefined
}

export const demonstration = { name: 'demonstration', commands: [demoCommand] } satisfies Module
