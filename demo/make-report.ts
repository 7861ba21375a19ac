import { decideReport, readReport, recordItem, submitReport } from '#annual-report'
import type { Platform } from '#platform'
import type { Bureau } from './make-staff.ts'

const year = 2018
const ledger = '局办公室工作台账（模拟）'
/** What the form of 2014 asks and no business record tells. Invented numbers. */
const entries: Readonly<Record<string, string>> = {
  'normative.made': '17',
  press_conferences: '4',
  'press_conferences.by_head': '1',
  interviews: '6',
  'interviews.by_head': '2',
  weibo_wechat_responses: '38',
  other_responses: '5',
  offices: '1',
  reading_points: '2',
  'staff.full_time': '2',
  'staff.part_time': '9',
  funding: '12.5',
  meetings: '3',
  trainings: '2',
  trained_people: '86',
}
const problems =
  '（模拟）存在的主要问题：部分栏目更新不够及时，政策解读形式比较单一。改进情况：对栏目逐一明确责任处室和更新时限，超期由系统提醒；解读与文件同步起草、同步审签、同步发布。'

/** The report of 2018, written down by one person and approved by another, as the public reads it. */
export async function makeReport(platform: Platform, bureau: Bureau): Promise<void> {
  const [writer, approver] = [bureau.the('statistician'), bureau.the('supervisor')]
  for (const [key, value] of Object.entries(entries))
    await recordItem(platform, writer, year, key, { value, source: ledger })
  await recordItem(platform, writer, year, 'text.problems', { value: problems, source: '' })
  await submitReport(platform, writer, year)
  const { contentHash } = await readReport(platform, approver, year)
  await decideReport(platform, approver, year, { decision: 'approved', contentHash, reason: '' })
}
