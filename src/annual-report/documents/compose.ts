import type { ReportData } from '../report-data.ts'
import type { ReportDocument } from './document.ts'
import { sections2014 } from './form-2014.ts'
import { sectionsSince2019 } from './form-2019.ts'

/** The report of a year on its form. Law: Order 711 art. 49 and 50; Order 492 art. 32. */
export function composeReport(data: ReportData): ReportDocument {
  const title = `${data.agencyName}${data.year}年政府信息公开工作年度报告`
  const notes = [
    ...(data.simulated ? ['本报告内容为模拟，仅供演示。'] : []),
    `统计期限为${data.year}年1月1日至12月31日。由业务记录统计的数字逐条可查；没有业务记录的项目由本机关填报并注明来源，尚未填报的标“待填报”。`,
  ]
  return { title, notes, sections: data.form === '2014' ? sections2014(data) : sectionsSince2019(data) }
}
