import type { Screen } from '#admin'
import { ReportDesk } from './report-desk.tsx'

export const annualReportScreens: readonly Screen[] = [
  {
    path: '/annual-report',
    label: '年度报告',
    group: '统计',
    action: 'annual_report.read',
    element: <ReportDesk />,
  },
]
