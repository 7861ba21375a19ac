import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { articleContent, createArticle } from '#publishing'
import { readAgency } from '#site'
import { presentReport } from './approve-report.ts'
import { asHtml } from './documents/as-html.ts'
import { refuse } from './refusals.ts'
import { getReport, lockReport } from './store.ts'

/**
 * Turns the approved report into a draft of its section; the review chain publishes it like every item. Its words are those that
 * were approved. Throws: Refusal not_allowed, report_not_approved, article_exists, report_changed, section_unknown, section_closed.
 */
export async function makeReportArticle(
  platform: Platform,
  staff: Staff,
  year: number,
  sectionId: number,
): Promise<{ id: number }> {
  assertCan(staff, 'publishing.write')
  const report = await getReport(platform.db, year)
  if (report.status !== 'approved') throw refuse('report_not_approved')
  if (report.articleId !== null) throw refuse('article_exists')
  const { document, hash } = await presentReport(platform.db, year)
  if (hash !== report.contentHash) throw refuse('report_changed')
  const { siteName } = await readAgency(platform.db)
  const bodyHtml = String(asHtml(document)).replace(/<h1>.*?<\/h1>/, '')
  const content = articleContent.parse({
    sectionId,
    title: document.title,
    keywords: `年度报告 ${year}年 政府信息公开`,
    sourceName: siteName,
    documentKind: 'report',
    bodyHtml,
  })
  const { id } = await createArticle(platform, staff, content)
  await platform.inTransaction(async (tx) => {
    // Two people may press the button at once: the second one's draft stays an ordinary draft.
    if ((await lockReport(tx, year)).articleId !== null) throw refuse('article_exists')
    await tx.updateTable('annual_reports').set({ article_id: id }).where('year', '=', year).execute()
    const subject = { kind: 'annual_report', id: year }
    record(tx, {
      actor: actorOf(staff),
      action: 'annual-report.make_article',
      subject,
      detail: { articleId: id, hash },
    })
  })
  return { id }
}
